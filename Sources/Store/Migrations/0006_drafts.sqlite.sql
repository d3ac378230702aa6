-- A draft holds two lines: what was known beforehand, then what was typed. Those saved by a
-- release before this one hold both in one line.
UPDATE drafts
   SET fields =
     json_object('prefill', json(fields -> 'prefill'), 'register', json(fields -> 'register'))
       || char(10) || (fields -> 'form') || char(10)
 WHERE instr(fields, char(10)) = 0;
