-- Parcels by order; one row for each parcel.
select
    carrier,
    number,
    order_id,
    state,
    moved_at
from shop.parcels
