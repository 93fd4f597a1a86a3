-- What a quizzer of schema 1 may have left in a progress file.
INSERT INTO events (row, id, device, at, "offset", zone, kind, card, data, "check") VALUES
    (1, '00000000000000000000000000000001', 'dddddddddddddddddddddddddddddddd', 1795000001000, 3600, 'Europe/Berlin', 'reviewed', 'capitals/card-1', '{"rating":3,"response":"Zürich","took_ms":1200}', x'f42ce92dbdd8f5ef');
INSERT INTO events (row, id, device, at, "offset", zone, kind, card, data, "check") VALUES
    (2, '00000000000000000000000000000002', 'dddddddddddddddddddddddddddddddd', 1795000002000, 3600, 'Europe/Berlin', 'option_set', '', '{"key":"new_per_day","scope":"","value":"30"}', x'6e2839526914e9c2');
INSERT INTO events (row, id, device, at, "offset", zone, kind, card, data, "check") VALUES
    (3, '00000000000000000000000000000003', 'dddddddddddddddddddddddddddddddd', 1795000003000, 3600, '', 'from_a_later_quizzer', '日本/漢字#r', '{"nested":{"a":[1,2.5,null,true]},"text":"it''s “so”"}', x'c066f5e7bdde0037');
INSERT INTO identity (name, value) VALUES ('database', '00112233445566778899aabbccddeeff'), ('device', 'dddddddddddddddddddddddddddddddd');
