"""The text of a new deck: what a person fills in, and an example of each kind to take the `#` away from."""

from quizzer.formats.identity import normal_id
from quizzer.formats.yaml_text import under_key

_HEAD = """\
# yaml-language-server: $schema=deck.schema.json
# A deck of quizzer. `quizzer check {name}` says what is wrong in it, `quizzer {name}` studies it.
"""

_BODY = """\
language: en

# Where your questions come from; a `file` beside the deck lets `s` show the passage while you study.
# sources:
#   notes: {title: My notes, file: notes.md}
# defaults: {source: notes}

cards:
  # Put your own question in place of this one, and delete `draft: true`: drafts are never asked.
  - question: What is the capital of France?
    id: capital-france
    answer: Paris
    draft: true

  # Below is one example of each kind. Take the `# ` away from those that you want to use.
"""

EXAMPLES = """\
# A flashcard, asked both ways; you judge yourself.
- question: What is the German word for “river”?
  id: river
  answer: Fluss
  both_ways: true
  hint: It flows.
  explanation: Its plural is “Flüsse”.
# Typed: `accept` lists what else is right.
- question: Which river flows through Paris?
  id: river-paris
  answer: the Seine
  accept: [la Seine]
# The same on one line: question = answer; other right answers.
- Germany = Berlin; the city of Berlin
# A number, with its unit and how far off it may be.
- question: How far away is the moon?
  id: moon
  answer: 384400
  unit: km
  tolerance: 5%
# A choice; an option may say why it is wrong.
- question: Which city is the capital of Australia?
  id: australia
  answer: Canberra
  wrong:
    - Melbourne
    - {text: Sydney, because: It is only the largest.}
# True or false.
- statement: The Danube flows into the Black Sea.
  id: danube
  answer: true
# A cloze: what stands in double braces is asked.
- cloze: The capital of Spain is {{Madrid}}.
  id: spain
# A cloze to type.
- cloze: The capital of Portugal is {{Lisbon}}.
  id: portugal
  kind: typed-cloze
# Items to put in order.
- question: Put these treaties in order, the oldest first.
  id: treaties
  order: [Treaty of Rome, Treaty of Maastricht, Treaty of Lisbon]
# What belongs together.
- question: Which river flows through which city?
  id: rivers
  match: {Vienna: Danube, London: Thames, Cologne: Rhine}
# A list, in any order.
- question: Name the three countries of Benelux.
  id: benelux
  list: [Belgium, the Netherlands, Luxembourg]
"""
"""Notes of every kind, each behind a line that says what it is."""


def first_lines(stem: str) -> str:
    """The text of a new deck whose file has that name, without its ending."""
    words = " ".join(stem.replace("_", " ").replace("-", " ").split()) or "Deck"
    head = [*under_key("title", words[:1].upper() + words[1:], 0), *under_key("id", normal_id(stem) or "deck", 0)]
    examples = "".join(f"  # {line}\n" if line[:1] != "#" else f"\n  #{line}\n" for line in EXAMPLES.splitlines())
    name = f"{stem}.yaml"
    return _HEAD.format(name=name) + "".join(f"{line}\n" for line in head) + _BODY + examples
