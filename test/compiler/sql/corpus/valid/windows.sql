select row_number() over (), rank() over (order by a), sum(a) over (partition by b, c order by d desc nulls last)
;
select sum(a) over (rows unbounded preceding), sum(a) over (order by b range between unbounded preceding and current row)
;
select sum(a) over (order by b rows between 1 preceding and 2 following), sum(a) over (order by b groups between current row and unbounded following)
;
select sum(a) over (order by b range between interval '1' day preceding and interval '2' hour following)
;
select lag(a, 1) ignore nulls over (order by b), first_value(a) respect nulls over w, nth_value(a, 2) over (w rows 1 preceding) from t window w as (order by c)
;
select count(*) over w, sum(x) filter (where y) over (w) from t window w as (partition by a order by b), v as ()
;
select sum(rows) over (partition by range order by groups rows current row) from t
;
select m over w, x from t window w as (partition by a order by b measures last(price) as m rows between current row and unbounded following after match skip past last row initial pattern (a b+) subset u = (a, b) define b as price > prev(price))
;
select m over (order by b measures match_number() as m rows between current row and 5 following pattern (a*) define a as true) from t
