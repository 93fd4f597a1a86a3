-- What is read or folded from decks and the log, kept so that nothing is read or folded twice.
-- This file may be deleted at any time.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;

CREATE TABLE files (
    path TEXT PRIMARY KEY,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    deck TEXT,                      -- the id of the deck it holds, if it could be read
    bundled INTEGER NOT NULL,
    problems TEXT NOT NULL          -- JSON
) WITHOUT ROWID;

CREATE TABLE decks (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,            -- JSON: languages, sources
    cards INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    note TEXT NOT NULL,             -- what a person should know of its place, such as "shadows the bundled deck"
    drafts INTEGER NOT NULL,        -- notes that wait to be accepted
    study TEXT NOT NULL             -- JSON: the options that its author suggests; empty: none
) WITHOUT ROWID;

CREATE TABLE homes (                -- where decks were read, also those that are not in use any more
    deck TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    gone INTEGER NOT NULL,          -- whether its folder was read, and holds it no more
    unsettled INTEGER NOT NULL      -- whether nobody has looked yet at what became of its cards
) WITHOUT ROWID;

CREATE TABLE notes (
    deck TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,             -- JSON of the note
    PRIMARY KEY (deck, id)
) WITHOUT ROWID;

CREATE TABLE cards (
    id TEXT PRIMARY KEY,
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    part TEXT NOT NULL,
    position INTEGER,               -- in its deck; none: no deck that could be read holds it (an orphan)
    kind TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',  -- each between line feeds
    alone INTEGER NOT NULL DEFAULT 1,
    guess REAL NOT NULL DEFAULT 0,  -- the score of a response made blindly
    state INTEGER NOT NULL DEFAULT 0,
    step INTEGER NOT NULL DEFAULT 0,
    stability REAL NOT NULL DEFAULT 0,
    difficulty REAL NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    last_day INTEGER NOT NULL DEFAULT 0,
    reps INTEGER NOT NULL DEFAULT 0,
    lapses INTEGER NOT NULL DEFAULT 0,
    first TEXT NOT NULL DEFAULT '',
    first_day INTEGER NOT NULL DEFAULT -1000000,
    suspended INTEGER NOT NULL DEFAULT 0,
    buried INTEGER NOT NULL DEFAULT -1000000,
    flag TEXT,
    seen TEXT NOT NULL DEFAULT '',
    -- The first study day on which it may be asked as a review.
    comes INTEGER AS (iif(position IS NOT NULL AND suspended = 0 AND state = 2, max(due, buried + 1), NULL))
);
CREATE INDEX cards_to_ask ON cards (deck, state, due, position, last_day, stability, buried, alone)
    WHERE position IS NOT NULL AND suspended = 0;
CREATE INDEX cards_in_order ON cards (deck, position) WHERE position IS NOT NULL;
CREATE INDEX cards_siblings ON cards (deck, note, comes) WHERE NOT alone;
CREATE INDEX cards_asked ON cards (last_day) WHERE reps > 0;
CREATE INDEX cards_lapsed ON cards (lapses) WHERE lapses > 0;
CREATE INDEX cards_suspended ON cards (deck) WHERE suspended = 1;
CREATE INDEX cards_gone ON cards (deck, reps) WHERE position IS NULL;
CREATE INDEX cards_flagged ON cards (flag) WHERE flag IS NOT NULL;

CREATE TABLE texts (                -- what is looked for in cards that decks hold; apart, so that nothing else reads it
    card INTEGER PRIMARY KEY,       -- its row
    folded TEXT NOT NULL
);

CREATE TABLE resting (              -- notes of several cards: the first day on which one of them may be asked
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (deck, note)
) WITHOUT ROWID;

CREATE TABLE coming (               -- how many of a deck may be asked from a day on, so that nobody counts a backlog
    deck TEXT NOT NULL,
    unit TEXT NOT NULL,             -- card (alone in its note), sibling, or note (of siblings)
    day INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (deck, unit, day)
) WITHOUT ROWID;

CREATE TABLE shares (               -- of a long backlog, the cards that are best remembered on a day
    scope TEXT PRIMARY KEY,
    day INTEGER NOT NULL,
    most INTEGER NOT NULL,          -- how many were wanted
    cards TEXT NOT NULL             -- JSON: their rows
) WITHOUT ROWID;

CREATE TRIGGER cards_come AFTER UPDATE OF position, suspended, state, due, buried, alone ON cards
WHEN OLD.comes IS NOT NEW.comes OR OLD.alone <> NEW.alone
BEGIN
    UPDATE coming SET count = count - 1
        WHERE deck = OLD.deck AND unit = iif(OLD.alone, 'card', 'sibling') AND day = OLD.comes;
    DELETE FROM coming
        WHERE deck = OLD.deck AND unit = iif(OLD.alone, 'card', 'sibling') AND day = OLD.comes AND count = 0;
    INSERT INTO coming SELECT NEW.deck, iif(NEW.alone, 'card', 'sibling'), NEW.comes, 1 WHERE NEW.comes IS NOT NULL
        ON CONFLICT (deck, unit, day) DO UPDATE SET count = count + 1;
    DELETE FROM resting WHERE deck = NEW.deck AND note = NEW.note;
    INSERT INTO resting SELECT deck, note, min(comes) FROM cards
        WHERE deck = NEW.deck AND note = NEW.note AND NOT alone AND comes IS NOT NULL GROUP BY deck, note;
END;

CREATE TRIGGER notes_come AFTER INSERT ON resting
BEGIN
    INSERT INTO coming VALUES (NEW.deck, 'note', NEW.day, 1)
        ON CONFLICT (deck, unit, day) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER notes_go AFTER DELETE ON resting
BEGIN
    UPDATE coming SET count = count - 1 WHERE deck = OLD.deck AND unit = 'note' AND day = OLD.day;
    DELETE FROM coming WHERE deck = OLD.deck AND unit = 'note' AND day = OLD.day AND count = 0;
END;

-- A share outlives only what takes a card out of it: being asked, or for a card without siblings being hidden.
CREATE TRIGGER cards_shared AFTER UPDATE OF position, suspended, state, due, buried, alone, stability, last_day ON cards
WHEN EXISTS (SELECT 1 FROM shares)
BEGIN
    DELETE FROM shares WHERE NEW.comes <= day OR NOT (OLD.alone AND NEW.alone OR NEW.last_day = day);
END;

CREATE TABLE settings (             -- the log's options, in fold order
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    by_deck INTEGER NOT NULL,
    PRIMARY KEY (at, device, id)
) WITHOUT ROWID;

CREATE TABLE voided (               -- events that were taken back
    id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE replaced (             -- reviews that others may stand in the place of
    id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE adoptions (            -- every adoption of the log, those that were taken back among them
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,           -- the card whose history is taken over
    card TEXT NOT NULL,
    PRIMARY KEY (at, device, id)
) WITHOUT ROWID;

CREATE TABLE heirs (                -- what follows from them: the card for which another one's history counts
    card TEXT PRIMARY KEY,
    heir TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX heirs_of ON heirs (heir);

CREATE TABLE quiz_events (          -- of which events quizzes are made
    id TEXT PRIMARY KEY,
    quiz TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX quiz_events_of_quiz ON quiz_events (quiz);
CREATE INDEX quiz_events_of_kind ON quiz_events (kind, at);

CREATE TABLE days (                 -- reviews that count, a study day
    day INTEGER PRIMARY KEY,
    reviews INTEGER NOT NULL,
    timed INTEGER NOT NULL,         -- how many of them took a time that is known
    took_ms INTEGER NOT NULL
);

CREATE TABLE day_tallies (          -- what reviews come to by study day: of each deck, and of all ('')
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    new INTEGER NOT NULL,
    again INTEGER NOT NULL,
    hard INTEGER NOT NULL,
    good INTEGER NOT NULL,
    easy INTEGER NOT NULL,
    young INTEGER NOT NULL,
    young_right INTEGER NOT NULL,
    mature INTEGER NOT NULL,
    mature_right INTEGER NOT NULL,
    promised INTEGER NOT NULL,      -- millionths, as all probabilities here
    loss INTEGER NOT NULL,
    PRIMARY KEY (deck, day)
) WITHOUT ROWID;

CREATE TABLE hour_tallies (         -- the same by week and hour of the day
    deck TEXT NOT NULL,
    week INTEGER NOT NULL,          -- its Monday
    hour INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    tested INTEGER NOT NULL,
    right INTEGER NOT NULL,
    PRIMARY KEY (deck, week, hour)
) WITHOUT ROWID;

CREATE TABLE promises (             -- which recall was promised, and what came of it
    deck TEXT NOT NULL,
    hundredth INTEGER NOT NULL,     -- of the probability promised
    wait INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    strength INTEGER NOT NULL,      -- of the memory: half the exponent of two of its stability in days
    tested INTEGER NOT NULL,
    right INTEGER NOT NULL,
    promised INTEGER NOT NULL,
    PRIMARY KEY (deck, hundredth, wait, nth, lapses, strength)
) WITHOUT ROWID;
