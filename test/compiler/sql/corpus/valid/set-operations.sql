select 1 union select 2
;
select 1 union all select 2 union distinct select 3
;
select a from t intersect select b from s except all select c from r
;
select a from t union select b from s intersect all select c from r
;
(select a from t limit 1) union all (select b from s limit 1) order by 1
;
values 1 union all table t union all select 2
;
select a, b from t union corresponding select b, a from s
;
select * from (select 1 union (select 2 intersect select 3)) as x
