# SPDX-License-Identifier: MIT
"""PostgreSQL with the same kind of keys (btree key columns) and a score in SQL.

peer_pg.py DIR QUERIES keys LOAD   with PG_URI naming a server whose database may be filled; DIR holds
register.csv, queries.csv, truth.csv and what prep.py made of them. The last line printed is JSON."""
import sys, time, csv, os, psycopg, pickle
from common import *
d, lim, mode = sys.argv[1], int(sys.argv[2]), sys.argv[3]; load_ = len(sys.argv) > 4
cx = psycopg.connect(os.environ["PG_URI"], autocommit=True); c = cx.cursor()
COL = "id text,name text,mk text,core text,ends text,giv text,sex int2,y int2,m int2,d int2,prov int2,provset int2[],ward text,id1 text,id2 text,fa text,fcore text,fends text,ma text,mcore text,mends text,sp text,res text"
if load_:
    t = time.time(); c.execute("create extension if not exists pg_trgm; create extension if not exists btree_gin; create extension if not exists fuzzystrmatch; drop table if exists r, tf; create unlogged table r(" + COL + ")")
    with c.copy("copy r from stdin csv header") as cp:
        with open(d + '/norm_r.csv', 'rb') as f:
            while b := f.read(1 << 20): cp.write(b)
    # csv empty unquoted = NULL for all columns: good
    t1 = time.time() - t
    c.execute("set maintenance_work_mem='2GB'; set max_parallel_maintenance_workers=2")
    for s in ("create index on r(id1)", "create index on r(core,y)", "create index on r(y,m,d,giv)", "create index on r(ends,y)", "create index on r(core,m,d)", "create index on r(core,fcore)", "create index on r(core,mcore)",
              "create index on r(giv,y,res)", "create index on r(core,res)", "create index on r(y,m,d,fends)", "create index on r(y,m,d,mends)", "create index on r(fcore,mcore)"): c.execute(s)
    t2 = time.time() - t
    c.execute("create index r_trgm on r using gin(name gin_trgm_ops, y)"); t3 = time.time() - t
    c.execute("create table tf as select core, ln(%s::float/count(*))/ln(2) w from r group by 1; create unique index on tf(core); analyze r; analyze tf", (1.05e6 if '1m' in d else 1.05e5,)) if False else None
    n = c.execute("select count(*) from r").fetchone()[0]
    c.execute(f"create table tf as select core, ln({n}.0/count(*))/ln(2) w from r where core is not null group by 1"); c.execute("create unique index on tf(core)"); c.execute("analyze r"); c.execute("analyze tf")
    c.execute("select pg_size_pretty(pg_relation_size('r')), pg_size_pretty(pg_indexes_size('r')), pg_size_pretty(pg_relation_size('r_trgm'))")
    print(f"load {t1:.0f}s btree {t2 - t1:.0f}s gin {t3 - t2:.0f}s sizes {c.fetchone()}", flush=True)
SC = """ case when r.core=q.core then coalesce(least(17,(select w from tf where tf.core=q.core)),15) - case when r.name<>q.name then 1 else 0 end
           + case when r.mk ~ '[0-9]' and q.mk ~ '[0-9]' then case when r.mk=q.mk then 1 else -3 end else 0 end
         when similarity(r.name,q.name)>=.7 then 6 when r.ends=q.ends then 3 when r.giv=q.giv then 1 when similarity(r.name,q.name)>=.45 then -3 else -8 end
 + case when r.y is null then 0 when r.m is null or q.m is null then case when r.y=q.y then 5.5 when abs(r.y-q.y)=1 then .5 else -6 end
        when r.y=q.y and r.m=q.m and r.d=q.d then 14 when r.y=q.y and r.m=q.d and r.d=q.m then 9 when r.y=q.y and (r.m=q.m or r.d=q.d) then 7 when r.m=q.m and r.d=q.d and abs(r.y-q.y)<=5 then 5
        when r.y=q.y then 0 when abs(r.y-q.y)=1 then -5 else -9 end
 + case when r.id1 is null then 0 when r.id1=q.id1 then 20 when r.id1=q.id2 then 18 when levenshtein(r.id1,q.id1)<=1 or (q.id2 is not null and levenshtein(r.id1,q.id2)<=1) then 11 when length(r.id1)=12 then -5 when q.id2 is not null then -1.5 else 0 end
 + case when r.fa is null or q.fa is null then 0 when r.fcore=q.fcore then 10 when r.fends=q.fends then 5.5 when similarity(r.fa,q.fa)>=.6 then 5 when split_part(q.fa,' ',-1)=r.fa then 4 else -4.5 end
 + case when r.ma is null or q.ma is null then 0 when r.mcore=q.mcore then 10 when r.mends=q.mends then 5.5 when similarity(r.ma,q.ma)>=.6 then 5 when split_part(q.ma,' ',-1)=r.ma then 4 else -4.5 end
 + case when r.sp is null or q.sp is null then 0 when r.sp=q.sp then 9 when similarity(r.sp,q.sp)>.6 then 5 else -1.5 end
 + case when r.sex is null then 0 when r.sex=q.sex then case q.sex when 1 then .3 else 2 end else -6 end
 + case when r.provset='{}' or q.provset='{}' then 0 when r.provset && q.provset then 3.5 else -2.2 end
 + case when r.ward is null or q.ward is null then 0 when r.ward=q.ward then 7 else -1 end + case when r.res is null or q.res is null then 0 when r.res=q.res then 9 else -1 end """
QC = "with q as materialized (select " + ','.join(f"%({n})s::{t} as {n}" for n, t in (x.split(' ') for x in COL.split(','))) + ")"
if mode == 'keys':
    br = ["r.id1=q.id1", "r.id1=q.id2", "r.core=q.core and r.y=q.y", "r.ends=q.ends and r.y=q.y", "r.y=q.y and r.m=q.m and r.d=q.d and r.giv=q.giv", "r.y=q.y and r.m=q.d and r.d=q.m and r.giv=q.giv", "r.core=q.core and r.m=q.m and r.d=q.d", "r.core=q.core and r.fcore=q.fcore", "r.core=q.core and r.mcore=q.mcore",
          "r.giv=q.giv and r.y=q.y and r.res=q.res", "r.core=q.core and r.res=q.res", "r.y=q.y and r.m=q.m and r.d=q.d and r.fends=q.fends", "r.y=q.y and r.m=q.m and r.d=q.d and r.mends=q.mends", "r.fcore=q.fcore and r.mcore=q.mcore"]
    sql = QC + ", c as (" + " union ".join(f"select r.ctid from r, q where {b}" for b in br) + f") select r.id,{SC} s from c join r on r.ctid=c.ctid, q order by s desc limit 50"
else:
    sql = QC + f", c as (select r.ctid from r, q where r.name %% q.name and r.y between q.y-1 and q.y+1 union select r.ctid from r, q where r.id1 in (q.id1,q.id2)) select r.id,{SC} s from c join r on r.ctid=c.ctid, q order by s desc limit 50"
c.execute("set pg_trgm.similarity_threshold=%s" % os.environ.get('TH', '0.6')); c.execute("set enable_seqscan=off; set jit=off; set work_mem='256MB'"); c.execute("set max_parallel_workers_per_gather=0")
cx.prepare_threshold = 0
c.execute("select sum(length(name)) from r")
T = truth(d + '/truth.csv'); res, times = {}, []
for i, row in enumerate(csv.DictReader(open(d + '/norm_q.csv', encoding='utf-8'))):
    if i >= lim: break
    p = {k: (v if v != '' else None) for k, v in row.items()}
    a = time.perf_counter(); res[row['id']] = [(x, float(s)) for x, s in c.execute(sql, p).fetchall()]; times.append(time.perf_counter() - a)
    if i == 3: print('first', [round(x * 1e3, 1) for x in times], len(res[row['id']]), flush=True)
R = evaluate(res, T, times, f'pg {mode}')
print(json.dumps(dict(p50_ms=R['ms']['p50'], p99_ms=R['ms']['p99'], per_second=R['ms']['qps'], stopped_at_995=R['FA@recall99.5'], stopped_at_999=R['FA@recall99.9'])))
