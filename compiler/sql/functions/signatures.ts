/**
 * Every function of Trino 476: its name, its kind (`s`calar, `a`ggregate, `w`indow, `t`able; `!` when it is not
 * deterministic, `~` when a plugin brings it) and its overloads. Source: SHOW FUNCTIONS of that version; made by
 * `node test/real/sql/record.mjs functions`.
 */
export const SIGNATURES = `
abs s (bigint)bigint;(decimal(p,s))decimal(p,s);(double)double;(integer)integer;(real)real;(smallint)smallint;(tinyint)tinyint
acos s (double)double
all_match s (array(t),function(t,boolean))boolean
any_match s (array(t),function(t,boolean))boolean
any_value a (t)t
approx_distinct a (boolean)bigint;(boolean,double)bigint;(t)bigint;(t,double)bigint;(unknown)bigint;(unknown,double)bigint
approx_most_frequent a (bigint,bigint,bigint)map(bigint,bigint);(bigint,varchar,bigint)map(varchar,bigint)
approx_percentile a (bigint,array(double))array(bigint);(bigint,double)bigint;(bigint,double,array(double))array(bigint);(bigint,double,double)bigint;(bigint,double,double,double)bigint;(double,array(double))array(double);(double,double)double;(double,double,array(double))array(double);(double,double,double)double;(double,double,double,double)double;(real,array(double))array(real);(real,double)real;(real,double,array(double))array(real);(real,double,double)real;(real,double,double,double)real
approx_set a (bigint)hyperloglog;(double)hyperloglog;(varchar(x))hyperloglog
arbitrary a (t)t
array_agg a (t)array(t)
array_distinct s (array(e))array(e)
array_except s (array(e),array(e))array(e)
array_histogram s (array(t))map(t,bigint)
array_intersect s (array(e),array(e))array(e)
array_join s (array(e),varchar)varchar;(array(e),varchar,varchar)varchar
array_max s (array(t))t
array_min s (array(t))t
array_position s (array(t),t)bigint
array_remove s (array(e),e)array(e)
array_sort s (array(e))array(e);(array(t),function(t,t,integer))array(t)
array_union s (array(e),array(e))array(e)
arrays_overlap s (array(e),array(e))boolean
asin s (double)double
at_timezone s (timestamp(p) with time zone,varchar(x))timestamp(p) with time zone
atan s (double)double
atan2 s (double,double)double
avg a (bigint)double;(decimal(p,s))decimal(p,s);(double)double;(interval day to second)interval day to second;(interval year to month)interval year to month;(real)real
bar s (double,bigint)varchar;(double,bigint,color,color)varchar
beta_cdf s (double,double,double)double
bing_tile s~ (integer,integer,integer)bingtile;(varchar)bingtile
bing_tile_at s~ (double,double,integer)bingtile
bing_tile_coordinates s~ (bingtile)row(x integer,y integer)
bing_tile_polygon s~ (bingtile)geometry
bing_tile_quadkey s~ (bingtile)varchar
bing_tile_zoom_level s~ (bingtile)tinyint
bing_tiles_around s~ (double,double,integer)array(bingtile);(double,double,integer,double)array(bingtile)
bit_count s (bigint,bigint)bigint
bitwise_and s (bigint,bigint)bigint
bitwise_and_agg a (bigint)bigint
bitwise_left_shift s (bigint,integer)bigint;(integer,integer)integer;(smallint,integer)smallint;(tinyint,integer)tinyint
bitwise_not s (bigint)bigint
bitwise_or s (bigint,bigint)bigint
bitwise_or_agg a (bigint)bigint
bitwise_right_shift s (bigint,integer)bigint;(integer,integer)integer;(smallint,integer)smallint;(tinyint,integer)tinyint
bitwise_right_shift_arithmetic s (bigint,integer)bigint;(integer,integer)integer;(smallint,integer)smallint;(tinyint,integer)tinyint
bitwise_xor s (bigint,bigint)bigint
bitwise_xor_agg a (bigint)bigint
bool_and a (boolean)boolean
bool_or a (boolean)boolean
cardinality s (array(e))bigint;(hyperloglog)bigint;(map(k,v))bigint;(setdigest)bigint
cbrt s (double)double
ceil s (bigint)bigint;(decimal(p,s))decimal(rp,0);(double)double;(integer)integer;(real)real;(smallint)smallint;(tinyint)tinyint
ceiling s (bigint)bigint;(decimal(p,s))decimal(rp,0);(double)double;(integer)integer;(real)real;(smallint)smallint;(tinyint)tinyint
char2hexint s~ (varchar)varchar
checksum a (t)varbinary
chr s (bigint)varchar(1)
classify s~ (map(bigint,double),classifier(bigint))bigint;(map(bigint,double),classifier(varchar))varchar
codepoint s (varchar(1))integer
color s (double,color,color)color;(double,double,double,color,color)color;(varchar(x))color
combinations s (array(t),integer)array(array(t))
concat s (E,array(E))array(E);(array(E))array(E);(array(E),E)array(E);(char(x),char(y))char(u);(varbinary)varbinary;(varchar)varchar
concat_ws s (varchar,array(varchar))varchar;(varchar,varchar)varchar
contains s (array(t),t)boolean;(varchar,ipaddress)boolean
contains_sequence s (array(t),array(t))boolean
convex_hull_agg a~ (geometry)geometry
corr a (double,double)double;(real,real)real
cos s (double)double
cosh s (double)double
cosine_distance s (array(double),array(double))double
cosine_similarity s (array(double),array(double))double;(map(varchar,double),map(varchar,double))double
count a ()bigint;(t)bigint
count_if a (boolean)bigint
covar_pop a (double,double)double;(real,real)real
covar_samp a (double,double)double;(real,real)real
crc32 s (varbinary)bigint
cume_dist w ()double
current_date s ()date
current_groups s ()array(varchar)
current_timezone s ()varchar
date s (timestamp(p))date;(timestamp(p) with time zone)date;(varchar(x))date
date_add s (varchar(x),bigint,date)date;(varchar(x),bigint,time(p))time(p);(varchar(x),bigint,time(p) with time zone)time(p) with time zone;(varchar(x),bigint,timestamp(p))timestamp(p);(varchar(x),bigint,timestamp(p) with time zone)timestamp(p) with time zone
date_diff s (varchar(x),date,date)bigint;(varchar(x),time(p) with time zone,time(p) with time zone)bigint;(varchar(x),time(p),time(p))bigint;(varchar(x),timestamp(p) with time zone,timestamp(p) with time zone)bigint;(varchar(x),timestamp(p),timestamp(p))bigint
date_format s (timestamp(p) with time zone,varchar(x))varchar;(timestamp(p),varchar(x))varchar
date_parse s (varchar(x),varchar(y))timestamp(3)
date_trunc s (varchar(x),date)date;(varchar(x),time(p))time(p);(varchar(x),time(p) with time zone)time(p) with time zone;(varchar(x),timestamp(p))timestamp(p);(varchar(x),timestamp(p) with time zone)timestamp(p) with time zone
day s (date)bigint;(interval day to second)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
day_of_month s (date)bigint;(interval day to second)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
day_of_week s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
day_of_year s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
degrees s (double)double
dense_rank w ()bigint
dot_product s (array(double),array(double))double
dow s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
doy s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
e s ()double
element_at s (array(e),bigint)e;(map(K,V),K)V
empty_approx_set s ()hyperloglog
euclidean_distance s (array(double),array(double))double
evaluate_classifier_predictions a~ (bigint,bigint)varchar;(varchar(x),varchar(y))varchar
every a (boolean)boolean
exclude_columns t! (unknown,unknown)unknown
exp s (double)double
features s~ (double)map(bigint,double);(double,double)map(bigint,double);(double,double,double)map(bigint,double);(double,double,double,double)map(bigint,double);(double,double,double,double,double)map(bigint,double);(double,double,double,double,double,double)map(bigint,double);(double,double,double,double,double,double,double)map(bigint,double);(double,double,double,double,double,double,double,double)map(bigint,double);(double,double,double,double,double,double,double,double,double)map(bigint,double);(double,double,double,double,double,double,double,double,double,double)map(bigint,double)
filter s (array(t),function(t,boolean))array(t)
first_value w (t)t
flatten s (array(array(E)))array(E)
floor s (bigint)bigint;(decimal(p,s))decimal(rp,0);(double)double;(integer)integer;(real)real;(smallint)smallint;(tinyint)tinyint
format_datetime s (timestamp(p) with time zone,varchar(x))varchar;(timestamp(p),varchar(x))varchar
format_number s (bigint)varchar;(double)varchar
from_base s (varchar(x),bigint)bigint
from_base32 s (varbinary)varbinary;(varchar(x))varbinary
from_base64 s (varbinary)varbinary;(varchar(x))varbinary
from_base64url s (varbinary)varbinary;(varchar(x))varbinary
from_big_endian_32 s (varbinary)integer
from_big_endian_64 s (varbinary)bigint
from_encoded_polyline s~ (varchar)geometry
from_geojson_geometry s~ (varchar)sphericalgeography
from_hex s (varbinary)varbinary;(varchar(x))varbinary
from_ieee754_32 s (varbinary)real
from_ieee754_64 s (varbinary)double
from_iso8601_date s (varchar(x))date
from_iso8601_timestamp s (varchar(x))timestamp(3) with time zone
from_iso8601_timestamp_nanos s (varchar(x))timestamp(9) with time zone
from_unixtime s (double)timestamp(3) with time zone;(double,bigint,bigint)timestamp(3) with time zone;(double,varchar(x))timestamp(3) with time zone
from_unixtime_nanos s (bigint)timestamp(9) with time zone;(decimal(p,s))timestamp(9) with time zone
from_utf8 s (varbinary)varchar;(varbinary,bigint)varchar;(varbinary,varchar(x))varchar
geometric_mean a (bigint)double;(double)double;(real)real
geometry_from_hadoop_shape s~ (varbinary)geometry
geometry_invalid_reason s~ (geometry)varchar
geometry_nearest_points s~ (geometry,geometry)row(geometry,geometry)
geometry_to_bing_tiles s~ (geometry,integer)array(bingtile)
geometry_union s~ (array(geometry))geometry
geometry_union_agg a~ (geometry)geometry
great_circle_distance s~ (double,double,double,double)double
greatest s (E)E
hamming_distance s (varchar(x),varchar(y))bigint
hash_counts s (setdigest)map(bigint,smallint)
histogram a (t)map(t,bigint)
hmac_md5 s (varbinary,varbinary)varbinary
hmac_sha1 s (varbinary,varbinary)varbinary
hmac_sha256 s (varbinary,varbinary)varbinary
hmac_sha512 s (varbinary,varbinary)varbinary
hour s (interval day to second)bigint;(time(p))bigint;(time(p) with time zone)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
human_readable_seconds s (double)varchar
index s~ (varchar,varchar)bigint
infinity s ()double
intersection_cardinality s (setdigest,setdigest)bigint
inverse_beta_cdf s (double,double,double)double
inverse_normal_cdf s (double,double,double)double
is_finite s (double)boolean
is_infinite s (double)boolean
is_json_scalar s (json)boolean;(varchar(x))boolean
is_nan s (double)boolean;(real)boolean
jaccard_index s (setdigest,setdigest)double
json_array_contains s (json,bigint)boolean;(json,boolean)boolean;(json,double)boolean;(json,varchar(x))boolean;(varchar(x),bigint)boolean;(varchar(x),boolean)boolean;(varchar(x),double)boolean;(varchar(x),varchar(y))boolean
json_array_get s (json,bigint)json;(varchar(x),bigint)json
json_array_length s (json)bigint;(varchar(x))bigint
json_extract s (json,jsonpath)json;(varchar(x),jsonpath)json
json_extract_scalar s (json,jsonpath)varchar;(varchar(x),jsonpath)varchar(x)
json_format s (json)varchar
json_parse s (varchar(x))json
json_size s (json,jsonpath)bigint;(varchar(x),jsonpath)bigint
kurtosis a (bigint)double;(double)double
lag w (t)t;(t,bigint)t;(t,bigint,t)t
last_day_of_month s (date)date;(timestamp(p))date;(timestamp(p) with time zone)date
last_value w (t)t
lead w (t)t;(t,bigint)t;(t,bigint,t)t
learn_classifier a~ (bigint,map(bigint,double))classifier(bigint);(double,map(bigint,double))classifier(bigint);(varchar,map(bigint,double))classifier(varchar)
learn_libsvm_classifier a~ (bigint,map(bigint,double),varchar(x))classifier(bigint);(double,map(bigint,double),varchar)classifier(bigint);(varchar,map(bigint,double),varchar)classifier(varchar)
learn_libsvm_regressor a~ (bigint,map(bigint,double),varchar)regressor;(double,map(bigint,double),varchar)regressor
learn_regressor a~ (bigint,map(bigint,double))regressor;(double,map(bigint,double))regressor
least s (E)E
length s (char(x))bigint;(varbinary)bigint;(varchar(x))bigint
levenshtein_distance s (varchar(x),varchar(y))bigint
line_interpolate_point s~ (geometry,double)geometry
line_interpolate_points s~ (geometry,double)array(geometry)
line_locate_point s~ (geometry,geometry)double
listagg a (varchar,varchar,boolean,varchar,boolean)varchar
ln s (double)double
log s (double,double)double
log10 s (double)double
log2 s (double)double
lower s (char(x))char(x);(varchar(x))varchar(x)
lpad s (char(x),bigint,varchar(y))varchar;(varbinary,bigint,varbinary)varbinary;(varchar(x),bigint,varchar(y))varchar
ltrim s (char(x))varchar(x);(char(x),codepoints)varchar(x);(varchar(x))varchar(x);(varchar(x),codepoints)varchar(x)
luhn_check s (varchar)boolean
make_set_digest a (t)setdigest
map s ()map(unknown,unknown);(array(K),array(V))map(K,V)
map_agg a (k,v)map(k,v)
map_concat s (map(K,V))map(K,V)
map_entries s (map(k,v))array(row(k,v))
map_filter s (map(K,V),function(K,V,boolean))map(K,V)
map_from_entries s (array(row(k,v)))map(k,v)
map_keys s (map(k,v))array(k)
map_union a (map(k,v))map(k,v)
map_values s (map(k,v))array(v)
map_zip_with s (map(K,V1),map(K,V2),function(K,V1,V2,V3))map(K,V3)
max a (e,bigint)array(e);(t)t
max_by a (v,k)v;(v,k,bigint)array(v)
md5 s (varbinary)varbinary
merge a (hyperloglog)hyperloglog;(qdigest(v))qdigest(v);(tdigest)tdigest
merge_set_digest a (setdigest)setdigest
millisecond s (interval day to second)bigint;(time(p))bigint;(time(p) with time zone)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
min a (e,bigint)array(e);(t)t
min_by a (v,k)v;(v,k,bigint)array(v)
minute s (interval day to second)bigint;(time(p))bigint;(time(p) with time zone)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
mod s (bigint,bigint)bigint;(decimal(a_precision,a_scale),decimal(b_precision,b_scale))decimal(r_precision,r_scale);(double,double)double;(integer,integer)integer;(real,real)real;(smallint,smallint)smallint;(tinyint,tinyint)tinyint
month s (date)bigint;(interval year to month)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
multimap_agg a (k,v)map(k,array(v))
multimap_from_entries s (array(row(k,v)))map(k,array(v))
murmur3 s (varbinary)varbinary
nan s ()double
ngrams s (array(t),integer)array(array(t))
none_match s (array(t),function(t,boolean))boolean
normal_cdf s (double,double,double)double
normalize s (varchar(x),varchar(y))varchar
now s ()timestamp(3) with time zone
nth_value w (t,bigint)t
ntile w (bigint)bigint
numeric_histogram a (bigint,double)map(double,double);(bigint,double,double)map(double,double);(bigint,real)map(real,real);(bigint,real,double)map(real,real)
objectid s!~ ()objectid
objectid s~ (varchar)objectid
objectid_timestamp s~ (objectid)timestamp(3) with time zone
parse_data_size s (varchar(x))decimal(38,0)
parse_datetime s (varchar(x),varchar(y))timestamp(3) with time zone
parse_duration s (varchar(x))interval day to second
parse_presto_data_size s (varchar(x))decimal(38,0)
percent_rank w ()double
pi s ()double
pow s (double,double)double
power s (double,double)double
qdigest_agg a (bigint)qdigest(bigint);(bigint,bigint)qdigest(bigint);(bigint,bigint,double)qdigest(bigint);(double)qdigest(double);(double,bigint)qdigest(double);(double,bigint,double)qdigest(double);(real)qdigest(real);(real,bigint)qdigest(real);(real,bigint,double)qdigest(real)
quantile_at_value s (qdigest(bigint),bigint)double;(qdigest(double),double)double;(qdigest(real),real)double
quarter s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
query t! (varchar)unknown
radians s (double)double
rand s! ()double;(bigint)bigint;(bigint,bigint)bigint;(integer)integer;(integer,integer)integer;(smallint)smallint;(smallint,smallint)smallint;(tinyint)tinyint;(tinyint,tinyint)tinyint
random s! ()double;(bigint)bigint;(bigint,bigint)bigint;(integer)integer;(integer,integer)integer;(smallint)smallint;(smallint,smallint)smallint;(tinyint)tinyint;(tinyint,tinyint)tinyint
rank w ()bigint
reduce s (array(T),S,function(S,T,S),function(S,R))R
reduce_agg a (T,S,function(S,T,S),function(S,S,S))S
regexp_count s (varchar(x),joniregexp)bigint
regexp_extract s (varchar(x),joniregexp)varchar(x);(varchar(x),joniregexp,bigint)varchar(x)
regexp_extract_all s (varchar(x),joniregexp)array(varchar(x));(varchar(x),joniregexp,bigint)array(varchar(x))
regexp_like s (varchar(x),joniregexp)boolean
regexp_position s (varchar(x),joniregexp)integer;(varchar(x),joniregexp,integer)integer;(varchar(x),joniregexp,integer,integer)integer
regexp_replace s (varchar(x),joniregexp)varchar(x);(varchar(x),joniregexp,varchar(y))varchar(z);(varchar,joniregexp,function(array(varchar),varchar(x)))varchar
regexp_split s (varchar(x),joniregexp)array(varchar(x))
regr_intercept a (double,double)double;(real,real)real
regr_slope a (double,double)double;(real,real)real
regress s~ (map(bigint,double),regressor)double
render s (bigint,color)varchar(35);(boolean)varchar(16);(double,color)varchar(41);(varchar(x),color)varchar(y)
repeat s (t,bigint)array(t)
replace s (varchar(x),varchar(y))varchar(x);(varchar(x),varchar(y),varchar(z))varchar(u)
reverse s (array(e))array(e);(char(x))char(x);(varbinary)varbinary;(varchar(x))varchar(x)
rgb s (bigint,bigint,bigint)color
round s (bigint)bigint;(bigint,integer)bigint;(decimal(p,s))decimal(rp,rs);(decimal(p,s),integer)decimal(rp,s);(double)double;(double,integer)double;(integer)integer;(integer,integer)integer;(real)real;(real,integer)real;(smallint)smallint;(smallint,integer)smallint;(tinyint)tinyint;(tinyint,integer)tinyint
row_number w ()bigint
rpad s (varbinary,bigint,varbinary)varbinary;(varchar(x),bigint,varchar(y))varchar
rtrim s (char(x))varchar(x);(char(x),codepoints)varchar(x);(varchar(x))varchar(x);(varchar(x),codepoints)varchar(x)
second s (interval day to second)bigint;(time(p))bigint;(time(p) with time zone)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
sequence s (bigint,bigint)array(bigint);(bigint,bigint,bigint)array(bigint);(date,date)array(date);(date,date,interval day to second)array(date);(date,date,interval year to month)array(date);(timestamp(p),timestamp(p),interval day to second)array(timestamp(p));(timestamp(p),timestamp(p),interval year to month)array(timestamp(p))
sequence t! (bigint,bigint,bigint)unknown
sha1 s (varbinary)varbinary
sha256 s (varbinary)varbinary
sha512 s (varbinary)varbinary
shuffle s! (array(e))array(e)
sign s (bigint)bigint;(decimal(p,s))decimal(1,0);(double)double;(integer)integer;(real)real;(smallint)smallint;(tinyint)tinyint
simplify_geometry s~ (geometry,double)geometry
sin s (double)double
sinh s (double)double
skewness a (bigint)double;(double)double
slice s (array(e),bigint,bigint)array(e)
soundex s (varchar)varchar(4)
spatial_partitioning a~ (geometry)varchar
spatial_partitions s~ (kdbtree,geometry)array(integer);(kdbtree,geometry,double)array(integer)
split s (varchar(x),varchar(y))array(varchar(x));(varchar(x),varchar(y),bigint)array(varchar(x))
split_part s (varchar(x),varchar(y),bigint)varchar(x)
split_to_map s (varchar,varchar,varchar)map(varchar,varchar)
split_to_multimap s (varchar,varchar,varchar)map(varchar,array(varchar))
spooky_hash_v2_32 s (varbinary)varbinary
spooky_hash_v2_64 s (varbinary)varbinary
sqrt s (double)double
st_area s~ (geometry)double;(sphericalgeography)double
st_asbinary s~ (geometry)varbinary
st_astext s~ (geometry)varchar
st_boundary s~ (geometry)geometry
st_buffer s~ (geometry,double)geometry
st_centroid s~ (geometry)geometry
st_contains s~ (geometry,geometry)boolean
st_convexhull s~ (geometry)geometry
st_coorddim s~ (geometry)tinyint
st_crosses s~ (geometry,geometry)boolean
st_difference s~ (geometry,geometry)geometry
st_dimension s~ (geometry)tinyint
st_disjoint s~ (geometry,geometry)boolean
st_distance s~ (geometry,geometry)double;(sphericalgeography,sphericalgeography)double
st_endpoint s~ (geometry)geometry
st_envelope s~ (geometry)geometry
st_envelopeaspts s~ (geometry)array(geometry)
st_equals s~ (geometry,geometry)boolean
st_exteriorring s~ (geometry)geometry
st_geometries s~ (geometry)array(geometry)
st_geometryfromtext s~ (varchar)geometry
st_geometryn s~ (geometry,integer)geometry
st_geometrytype s~ (geometry)varchar
st_geomfrombinary s~ (varbinary)geometry
st_geomfromkml s~ (varchar)geometry
st_interiorringn s~ (geometry,integer)geometry
st_interiorrings s~ (geometry)array(geometry)
st_intersection s~ (geometry,geometry)geometry
st_intersects s~ (geometry,geometry)boolean
st_isclosed s~ (geometry)boolean
st_isempty s~ (geometry)boolean
st_isring s~ (geometry)boolean
st_issimple s~ (geometry)boolean
st_isvalid s~ (geometry)boolean
st_length s~ (geometry)double;(sphericalgeography)double
st_linefromtext s~ (varchar)geometry
st_linestring s~ (array(geometry))geometry
st_multipoint s~ (array(geometry))geometry
st_numgeometries s~ (geometry)integer
st_numinteriorring s~ (geometry)bigint
st_numpoints s~ (geometry)bigint
st_overlaps s~ (geometry,geometry)boolean
st_point s~ (double,double)geometry
st_pointn s~ (geometry,integer)geometry
st_points s~ (geometry)array(geometry)
st_polygon s~ (varchar)geometry
st_relate s~ (geometry,geometry,varchar)boolean
st_startpoint s~ (geometry)geometry
st_symdifference s~ (geometry,geometry)geometry
st_touches s~ (geometry,geometry)boolean
st_union s~ (geometry,geometry)geometry
st_within s~ (geometry,geometry)boolean
st_x s~ (geometry)double
st_xmax s~ (geometry)double
st_xmin s~ (geometry)double
st_y s~ (geometry)double
st_ymax s~ (geometry)double
st_ymin s~ (geometry)double
starts_with s (varchar(x),varchar(y))boolean
stddev a (bigint)double;(double)double
stddev_pop a (bigint)double;(double)double
stddev_samp a (bigint)double;(double)double
strpos s (varchar(x),varchar(y))bigint;(varchar(x),varchar(y),bigint)bigint
substr s (char(x),bigint)varchar(x);(char(x),bigint,bigint)varchar(x);(varbinary,bigint)varbinary;(varbinary,bigint,bigint)varbinary;(varchar(x),bigint)varchar(x);(varchar(x),bigint,bigint)varchar(x)
substring s (char(x),bigint)varchar(x);(char(x),bigint,bigint)varchar(x);(varchar(x),bigint)varchar(x);(varchar(x),bigint,bigint)varchar(x)
sum a (bigint)bigint;(decimal(p,s))decimal(38,s);(double)double;(interval day to second)interval day to second;(interval year to month)interval year to month;(real)real
t_cdf s (double,double)double
t_pdf s (double,double)double
table_changes t! (varchar,varchar,bigint,bigint)unknown
tan s (double)double
tanh s (double)double
tdigest_agg a (double)tdigest;(double,double)tdigest
timestamp_objectid s~ (timestamp(0) with time zone)objectid
timezone s (time(p) with time zone)varchar;(timestamp(p) with time zone)varchar
timezone_hour s (time(p) with time zone)bigint;(timestamp(p) with time zone)bigint
timezone_minute s (time(p) with time zone)bigint;(timestamp(p) with time zone)bigint
to_base s (bigint,bigint)varchar(64)
to_base32 s (varbinary)varchar
to_base64 s (varbinary)varchar
to_base64url s (varbinary)varchar
to_big_endian_32 s (integer)varbinary
to_big_endian_64 s (bigint)varbinary
to_char s~ (timestamp(p) with time zone,varchar)varchar
to_date s~ (varchar,varchar)date
to_encoded_polyline s~ (geometry)varchar
to_geojson_geometry s~ (sphericalgeography)varchar
to_geometry s~ (sphericalgeography)geometry
to_hex s (varbinary)varchar
to_ieee754_32 s (real)varbinary
to_ieee754_64 s (double)varbinary
to_iso8601 s (date)varchar(16);(timestamp(p))varchar(n);(timestamp(p) with time zone)varchar(n)
to_milliseconds s (interval day to second)bigint
to_spherical_geography s~ (geometry)sphericalgeography
to_timestamp s~ (varchar,varchar)timestamp(3)
to_unixtime s (timestamp(p) with time zone)double
to_utf8 s (char(x))varbinary;(varchar(x))varbinary
transform s (array(T),function(T,U))array(U)
transform_keys s (map(K1,V),function(K1,V,K2))map(K2,V)
transform_values s (map(K,V1),function(K,V1,V2))map(K,V2)
translate s (varchar(x),varchar(y),varchar(z))varchar
trim s (char(x))varchar(x);(char(x),codepoints)varchar(x);(varchar(x))varchar(x);(varchar(x),codepoints)varchar(x)
trim_array s (array(e),bigint)array(e)
truncate s (decimal(p,s))decimal(rp,0);(decimal(p,s),integer)decimal(p,s);(double)double;(real)real
typeof s (t)varchar
upper s (char(x))char(x);(varchar(x))varchar(x)
url_decode s (varchar(x))varchar(x)
url_encode s (varchar(x))varchar(y)
url_extract_fragment s (varchar(x))varchar(x)
url_extract_host s (varchar(x))varchar(x)
url_extract_parameter s (varchar(x),varchar(y))varchar(x)
url_extract_path s (varchar(x))varchar(x)
url_extract_port s (varchar(x))bigint
url_extract_protocol s (varchar(x))varchar(x)
url_extract_query s (varchar(x))varchar(x)
uuid s! ()uuid
value_at_quantile s (qdigest(bigint),double)bigint;(qdigest(double),double)double;(qdigest(real),double)real;(tdigest,double)double
values_at_quantiles s (qdigest(bigint),array(double))array(bigint);(qdigest(double),array(double))array(double);(qdigest(real),array(double))array(real);(tdigest,array(double))array(double)
var_pop a (bigint)double;(double)double
var_samp a (bigint)double;(double)double
variance a (bigint)double;(double)double
week s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
week_of_year s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
width_bucket s (double,array(double))bigint;(double,double,double,bigint)bigint
wilson_interval_lower s (bigint,bigint,double)double
wilson_interval_upper s (bigint,bigint,double)double
with_timezone s (timestamp(p),varchar(x))timestamp(p) with time zone
word_stem s (varchar(x))varchar(x);(varchar(x),varchar(2))varchar(x)
xxhash64 s (varbinary)varbinary
year s (date)bigint;(interval year to month)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
year_of_week s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
yow s (date)bigint;(timestamp(p))bigint;(timestamp(p) with time zone)bigint
zip s (array(T1),array(T2))array(row(T1,T2));(array(T1),array(T2),array(T3))array(row(T1,T2,T3));(array(T1),array(T2),array(T3),array(T4))array(row(T1,T2,T3,T4));(array(T1),array(T2),array(T3),array(T4),array(T5))array(row(T1,T2,T3,T4,T5))
zip_with s (array(T),array(U),function(T,U,R))array(R)
`;
