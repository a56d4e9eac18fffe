// A few rows whose every change is known, and what history and changes have to say of them.
import { expectSame } from "../lib/context.mjs";

/** One transaction each. */
const CHANGES = [
  "select harness.add_order(901)",
  "update shop.orders set status = 'paid', total = 10.10, note = harness.long_text('planted') where id = 901",
  // It changes nothing: no version.
  "update shop.orders set status = 'paid' where id = 901",
  // Two changes in one transaction: only the last could be seen.
  "update shop.orders set total = -5.00 where id = 901; update shop.orders set total = 20.20 where id = 901",
  "update shop.orders set status = 'shipped' where id = 901",
  "update billing.payments set amount = 1.11 where id = 901",
  "update billing.payments set id = 90100 where id = 901",
  "delete from billing.payments where id = 90100",
  "select harness.add_order(902)",
  "delete from shop.order_items where order_id = 902; delete from billing.payments where order_id = 902; delete from shop.parcels where order_id = 902; delete from shop.orders where id = 902",
];

/** Commits the changes one after the other. */
export async function plant({ parts: { postgres } }) {
  for (const statements of CHANGES) await postgres.query("shop", `begin; ${statements}; commit;`);
}

const note = "lower(to_hex(md5(to_utf8(note))))";

/** Throws unless the history of the planted orders is theirs. */
export async function expectHistory({ parts: { postgres, trino } }) {
  const planted = await postgres.query("shop", "select md5(harness.long_text('planted'))");
  const first = await postgres.query("shop", "select md5('short 901')");
  const { rows } = await trino.query(`
    select id, status, if(id = 901 and status = 'placed', null, cast(total as varchar)), ${note}, _is_current,
      _valid_to is null,
      _valid_from = lag(_valid_to) over (partition by id order by _valid_from)
    from lake.shop.orders_history where id in (901, 902) order by id, _valid_from`);
  expectSame(
    "versions of order 901",
    rows.filter(([id]) => id === 901),
    [
      [901, "placed", null, first, false, false, null],
      [901, "paid", "10.10", planted, false, false, true],
      [901, "paid", "20.20", planted, false, false, true],
      [901, "shipped", "20.20", planted, true, true, true],
    ],
  );
  const gone = rows
    .filter(([id]) => id === 902)
    .map(([, status, , , isCurrent, isOpen]) => [status, isCurrent, isOpen]);
  expectSame("versions of order 902, which is gone", gone, [["placed", false, false]]);
}

/** Throws unless the changes of the planted payments are theirs, in their order. */
export async function expectChanges({ parts: { trino } }) {
  const { rows } = await trino.query(`
    select id, _operation, if(_operation = 'insert' and id = 901, null, cast(amount as varchar))
    from lake.shop.billing_payments_changes where id in (901, 90100) order by _position`);
  expectSame(
    "changes of payments 901 and 90100",
    rows.map(([id, operation, amount]) => [id, operation, operation === "delete" ? null : amount]),
    [
      [901, "insert", null],
      [901, "update", "1.11"],
      [901, "delete", null],
      [90100, "insert", "1.11"],
      [90100, "delete", null],
    ],
  );
}
