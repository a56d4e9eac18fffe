select * from t, s as x, r y (a, b), "odd name" as z
;
select * from a.b.c
;
select * from t join s on t.a = s.a
;
select * from t inner join s using (a, b)
;
select * from t left join s on true right outer join r on true full outer join q on false
;
select * from t left outer join s on true full join r using (a)
;
select * from t cross join s cross join unnest(array[1, 2]) as u (x)
;
select * from t natural join s natural left join r natural full outer join q
;
select * from t join s join r on s.a = r.a on t.a = s.a
;
select * from (t join s on t.a = s.a) join (r cross join q) on true
;
select * from ((t))
;
select * from ((select 1) as a cross join (select 2) as b)
;
select * from ((select 1) union (select 2)) as x
;
select * from ((select 1)) x
;
select * from (values (1, 2)) as v (a, b)
;
select * from (table t) s
;
select * from unnest(a, b) with ordinality as u (x, y, n)
;
select * from t, unnest(t.a)
;
select * from t cross join lateral (select * from s where s.a = t.a) as l
;
select lateral from lateral
;
select * from t tablesample bernoulli (10)
;
select * from t as s tablesample system (10 + 0.5) join r on true
;
select * from tablesample
;
select * from t for version as of 123
;
select * from t for timestamp as of timestamp '2020-01-01 00:00:00 UTC' as s
;
select * from t for version as of 'branch' s join r for timestamp as of current_timestamp - interval '1' day on true
;
select * from table(my_function(1, 'a'))
;
select * from table(c.s.my_function())
;
select * from table(f(a => 1, b => table(t), c => descriptor(x, y bigint))) as r (a, b)
;
select * from table(f(input => table(select * from t) as i (a, b) partition by (a, b) prune when empty order by (a desc, b)))
;
select * from table(f(table(t) partition by a keep when empty order by b, 2))
;
select * from table(f(table(a.b) x partition by (), table(s) y partition by k copartition (x, y), (a.b, s)))
;
select * from table(f(d => cast(null as descriptor)))
;
select * from table(system.query(query => 'select 1'))
;
select * from table(sequence(start => 1, stop => 10, step => 2))
;
select * from table(exclude_columns(input => table(orders), columns => descriptor(a, b)))
