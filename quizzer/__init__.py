"""quizzer: learn from documents in the terminal."""
