select json_exists(a, 'lax $.b'), json_exists(a format json encoding utf8, 'strict $' passing 1 as x, b format json as "Y" true on error)
;
select json_exists(a, '$' unknown on error), json_exists(a, '$' error on error)
;
select json_value(a, '$.b'), json_value(a, '$.b' returning integer default 0 on empty null on error), json_value(a, '$.b' as p passing c as "C" returning varchar(5) error on empty error on error)
;
select json_value(a, '$' null on error), json_value(a, '$' default b + 1 on error)
;
select json_query(a, '$.b'), json_query(a, '$' returning varchar format json without array wrapper), json_query(a, '$' with conditional array wrapper), json_query(a, '$' with unconditional wrapper)
;
select json_query(a, '$' with wrapper keep quotes on scalar string empty array on empty empty object on error), json_query(a, '$' omit quotes null on empty error on error)
;
select json_object(), json_object('a' : 1, 'b' : null), json_object(key 'a' value 1, b value c format json null on null without unique keys returning varchar(100) format json encoding utf8)
;
select json_object(key value 1), json_object(key : value absent on null with unique), json_object(returning varbinary)
;
select json_array(), json_array(1, 'a', null, b format json), json_array(a, b absent on null returning varchar), json_array(null null on null)
;
select * from json_table(a, 'lax $[*]' columns (n for ordinality, x integer, y varchar path 'lax $.y' default 'z' on empty null on error, q varchar format json path '$' with array wrapper omit quotes empty array on empty error on error)) as j
;
select * from json_table(a, '$' as p passing b as c columns (x integer path '$.x', nested path '$.n[*]' as q columns (y integer, nested '$.m' as r columns (z integer))) plan (p outer (q inner r)) error on error)
;
select * from json_table(a, '$' as p columns (nested path '$' as q columns (x integer), nested path '$' as r columns (y integer), nested path '$' as s columns (z integer)) plan (p inner (q union r union s)))
;
select * from json_table(a, '$' columns (x integer) plan default (outer, cross) empty on error)
;
select * from json_table(a, '$' columns (x integer) plan default (union))
