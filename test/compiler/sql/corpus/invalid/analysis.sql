--! foreign-syntax "'month'" `date_trunc` takes the unit first -- write `date_trunc('month', …)`
select date_trunc(created_at, 'month') from t
;
--! foreign-syntax "all" Trino has no `group by all` -- write `group by auto`, or name the columns
select a from t group by all
;
--! foreign-syntax "'day'" `date_trunc` takes the unit first -- write `date_trunc('day', …)`
select date_trunc(a, 'day'), date_trunc('day', a), date_trunc(a, b) from t
