select * from changes(shop.orders) as c join history(shop.orders) h on h.id = c.id
;
select * from changes("shop.orders"), history("shop"."orders")
;
select * from table(f(input => table(changes(shop.orders)) as c partition by c.id))
;
select changes(a), history(b) from history
