-- A draft holds two lines: what was known beforehand, then what was typed. Those saved by a
-- release before this one hold both in one line.
UPDATE drafts
   SET fields =
     json_build_object('prefill', fields::json -> 'prefill', 'register', fields::json -> 'register')
       || chr(10) || (fields::json -> 'form') || chr(10)
 WHERE strpos(fields, chr(10)) = 0;
