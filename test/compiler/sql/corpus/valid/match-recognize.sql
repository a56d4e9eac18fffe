select * from t match_recognize (partition by a order by b measures a.x as y, last(b.z) as w one row per match after match skip past last row pattern (a b+ c*) define b as b.x < prev(b.x), c as c.x > prev(c.x)) as m
;
select * from t match_recognize (pattern (a) define a as true)
;
select * from t as s match_recognize (all rows per match show empty matches after match skip to next row initial pattern ((a | b){2,3}? c?? | permute(a, b, c)) subset u = (a, b), v = (c) define a as true) m (x, y)
;
select * from t match_recognize (all rows per match omit empty matches after match skip to first a seek pattern (^ a {- b+ -} c{2} $) define a as x > 1)
;
select * from t match_recognize (all rows per match with unmatched rows after match skip to last a pattern (a{,3} b{2,} () | (c d)*? | e+?) define a as true)
;
select * from t match_recognize (order by d measures final last(a.x) as f, running count(a.*) as c, final count(*) as n, classifier() as k after match skip to a pattern (a+) define a as running sum(a.x) < 10) tablesample bernoulli (10)
;
select final, running from match_recognize
