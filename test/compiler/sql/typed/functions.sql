# Scalar functions.
select abs(total), abs(quantity), abs(discount), sign(total), sign(discount), ceil(total), ceiling(discount), floor(total), floor(quantity) from orders
select round(total), round(total, 1), round(discount), round(discount, 2), round(quantity, -1), truncate(total), truncate(total, 1), truncate(discount) from orders
select mod(quantity, 3), mod(total, 2), mod(id, quantity), power(quantity, 2), pow(total, 2), sqrt(total), cbrt(2), exp(1), ln(total), log(2, 8), log10(total), log2(8) from orders
select sin(1), cos(total), tan(discount), degrees(1), radians(180), atan2(1, 2), width_bucket(total, 0, 100, 10), to_base(id, 16), from_base('ff', 16) from orders
select bitwise_and(id, quantity), bitwise_or(1, 2), bitwise_left_shift(1, 2), bitwise_not(quantity), bit_count(9, 64) from orders
select length(status), length(note), length(code), length(raw), upper(status), upper(note), lower(code), reverse(note), reverse(code) from orders
select replace(note, 'a'), replace(note, 'a', 'bc'), replace(status, 'a', 'b'), lpad(note, 5, 'x'), rpad(status, 5, ' '), translate(note, 'a', 'b'), chr(65), codepoint('a') from orders
select concat(status, note), concat('a', 'b', 'c'), concat(code, code), concat(tags, array['x']), concat(raw, raw), concat_ws(',', status, note), concat_ws('-', tags) from orders
select split(note, ','), split(status, ',', 2), split_part(note, ',', 1), split_to_map(status, ',', '='), starts_with(status, 'a'), levenshtein_distance(status, note), soundex(status) from orders
select regexp_like(status, '^a'), regexp_extract(note, 'a+'), regexp_extract(status, '(a)(b)', 2), regexp_extract_all(note, 'a'), regexp_replace(note, 'a'), regexp_replace(note, 'a', 'b'), regexp_replace(status, 'a', 'b'), regexp_split(note, ','), regexp_count(status, 'a'), regexp_position(status, 'a') from orders
select regexp_replace(status, '(\w)', x -> upper(x[1])) from orders
select date(created_at), date(status), date_trunc('month', placed_on), date_trunc('hour', created_at), date_trunc('day', shipped_at), date_trunc('minute', opens) from orders
select date_add('day', 1, placed_on), date_add('hour', quantity, created_at), date_add('month', 1, shipped_at), date_diff('day', placed_on, current_date), date_diff('second', shipped_at, localtimestamp), date_diff('hour', created_at, now()) from orders
select date_format(created_at, '%Y'), date_format(shipped_at, '%Y-%m'), date_parse(status, '%Y'), format_datetime(created_at, 'yyyy'), parse_datetime(status, 'yyyy') from orders
select year(placed_on), month(created_at), day(shipped_at), hour(opens), minute(created_at), second(shipped_at), quarter(placed_on), week(placed_on), day_of_week(created_at), day_of_year(placed_on), year_of_week(placed_on), millisecond(shipped_at) from orders
select from_unixtime(quantity), from_unixtime(discount, 'UTC'), from_unixtime_nanos(id), to_unixtime(created_at), from_iso8601_timestamp(status), from_iso8601_timestamp_nanos(status), from_iso8601_date(status), to_iso8601(placed_on), to_iso8601(created_at), to_iso8601(shipped_at) from orders
select at_timezone(created_at, 'UTC'), with_timezone(shipped_at, 'UTC'), timezone(created_at), timezone_hour(created_at), current_timezone(), last_day_of_month(placed_on), last_day_of_month(created_at) from orders
select parse_duration('1d'), human_readable_seconds(90), to_milliseconds(interval '1' day), date_trunc('year', created_at at time zone 'UTC') from orders
select sequence(1, 3), sequence(placed_on, current_date), sequence(placed_on, current_date, interval '1' month), sequence(shipped_at, shipped_at, interval '1' hour) from orders
select cardinality(tags), cardinality(attributes), contains(tags, 'a'), array_distinct(tags), array_sort(tags), array_join(tags, ','), array_max(tags), array_min(array[1, 2]), array_position(tags, 'x'), array_remove(tags, 'x') from orders
select array_union(tags, array['a']), array_intersect(array[1], array[2]), array_except(tags, tags), arrays_overlap(tags, tags), slice(tags, 1, 2), element_at(tags, 1), flatten(array[tags, tags]), shuffle(tags), reverse(tags), trim_array(tags, 1) from orders
select repeat('a', 3), combinations(array[1, 2], 2), ngrams(tags, 2), zip(tags, array[1, 2]), array_sort(tags, (a, b) -> if(a < b, 1, -1)), array_histogram(tags) from orders
select transform(tags, t -> length(t)), transform(array[1, 2], x -> x * 1.5), filter(tags, t -> t <> 'a'), any_match(tags, t -> t = 'x'), all_match(array[1], x -> x > 0), none_match(tags, t -> t is null) from orders
select reduce(array[1, 2], 0, (s, x) -> s + x, s -> s), reduce(tags, 0, (s, x) -> s + 1, s -> s * 1.5), reduce(array[1, 2], cast(0 as bigint), (s, x) -> s + x, s -> cast(s as varchar)), reduce(array[5], cast(row(0.0, 0) as row(sum double, count integer)), (s, x) -> cast(row(x + s.sum, s.count + 1) as row(sum double, count integer)), s -> if(s.count = 0, null, s.sum / s.count)) from orders
select zip_with(array[1], array['a'], (x, y) -> (y, x)), zip_with(array[1], array[2.5], (x, y) -> x + y), transform(points, p -> p.x), transform(points, p -> p.y + p.x), filter(points, p -> p.x > 0) from events
select map_keys(attributes), map_values(attributes), map_entries(attributes), element_at(attributes, 'k'), map_concat(attributes, attributes), map_filter(attributes, (k, v) -> v > 'a'), transform_keys(attributes, (k, v) -> length(k)), transform_values(attributes, (k, v) -> length(v)), map_from_entries(array[row(1, 'a')]), map_zip_with(attributes, attributes, (k, a, b) -> concat(a, b)) from orders
select multimap_from_entries(array[row(1, 'a')]), map_agg(status, id), map(array[1, 2], array[row(1, 'x'), row(2, 'y')]) from orders
select json_parse(status), json_format(json '1'), json_extract(status, '$.a'), json_extract_scalar(status, '$.a'), json_extract_scalar(note, '$.a'), json_array_length(status), json_array_get(status, 0), json_array_contains(status, 1), json_size(status, '$'), is_json_scalar(status) from orders
select json_extract(profile, '$.a'), json_extract_scalar(profile, '$.a'), json_array_length(profile), cast(profile as varchar), cast(profile as map(varchar, varchar)), json_format(profile) from customers
select json_value(status, 'lax $.a'), json_value(status, 'lax $.a' returning integer), json_value(status, 'lax $.a' returning date null on empty), json_query(status, 'lax $.a'), json_query(status, 'lax $.a' with wrapper), json_exists(status, 'lax $.a'), json_object('a': id, 'b': status), json_object(key 'x' value 1 returning varchar(50)), json_array(id, status, null null on null) from orders
select md5(raw), sha1(raw), sha256(to_utf8(status)), sha512(raw), xxhash64(raw), to_hex(raw), from_hex(status), to_base64(raw), from_base64(status), to_utf8(note), from_utf8(raw), crc32(raw), hmac_sha256(raw, raw), murmur3(raw) from orders
select url_extract_host(status), url_extract_parameter(note, 'a'), url_extract_port(status), url_encode(note), url_decode(note), url_extract_path(status) from orders
select is_nan(discount), is_finite(discount), is_infinite(1e0), format_number(id), parse_data_size('1kB'), bar(0.5, 10), luhn_check(status), word_stem(note), hamming_distance('a', 'b') from orders
select to_big_endian_64(id), from_big_endian_64(raw), to_ieee754_64(discount), from_ieee754_64(raw), rgb(1, 2, 3), render('x', rgb(1, 2, 3)) from orders
select cosine_similarity(map(array['a'], array[1.0]), map(array['a'], array[2.0])), normal_cdf(0, 1, 0.5), wilson_interval_lower(1, 10, 1.96), inverse_normal_cdf(0, 1, 0.5)
select transform(array[array[1, 2]], a -> transform(a, x -> x + 1)), filter(transform(array[1], x -> row(x, 'a')), r -> r[1] > 0), reduce(transform(array[1, 2], x -> x * 2), 0, (s, x) -> s + x, s -> s)
select any_match(array[1, 2], x -> x in (select quantity from orders))
select try(date_parse(status, '%Y')), if(regexp_like(note, 'a'), regexp_extract(note, 'a'), 'none'), coalesce(try_cast(note as decimal(10,2)), 0) from orders
select ST_Point(1, 2), ST_Distance(ST_Point(1, 2), ST_Point(3, 4)), ST_AsText(ST_Point(1, 2))
select classifier from (select 1 as classifier)
select hour(interval '1' hour), day(interval '1' day), month(interval '1' month), year(interval '1' year)
select approx_set(id), cardinality(approx_set(id)), merge(approx_set(id)), tdigest_agg(discount), qdigest_agg(id), value_at_quantile(qdigest_agg(id), 0.5) from orders
