with function answer() returns bigint return 42 select answer()
;
with function f(x bigint, y varchar(10)) returns bigint language sql deterministic returns null on null input security invoker comment 'adds' return x + 1, function g(bigint) returns double not deterministic called on null input return 1 select f(1, 'a'), g(2)
;
with function f(n bigint) returns bigint begin declare a, b bigint default 0; declare c varchar; set a = n; if a > 1 then set b = 1; elseif a = 0 then set b = 2; return b; else return 3; end if; return a + b; end select f(1)
;
with function f(n bigint) returns varchar begin case n when 1 then return 'a'; else return 'b'; end case; case when n > 1 then set n = 2; end case; return 'c'; end with t as (select 1 as x) select f(x) from t
;
with function f(n bigint) returns bigint begin declare i bigint default 0; top: while i < n do set i = i + 1; if i = 5 then leave top; end if; iterate top; end while; again: repeat set i = i - 1; until i < 2 end repeat; loop return i; end loop; end select f(9)
;
with session query_max_run_time = '1h', lake.parquet_small = true or false with function f() returns bigint return 1 with a as (select 1) select * from a
