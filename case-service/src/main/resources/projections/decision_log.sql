create table decision_log (
    decision       uuid primary key,
    referral       uuid,
    case_id        uuid,
    child          uuid        not null,
    kind           text        not null,
    tier           text        not null,
    status         text        not null,
    required_level int         not null,
    needed_level   int         not null,
    proposed_by    uuid,
    proposed_at    timestamptz not null,
    supporters     int         not null,
    taken_level    int,
    taken_by       uuid,
    taken_at       timestamptz,
    outside_rule   text
);
create index decision_log_newest on decision_log (proposed_at desc, decision desc);
create index decision_log_pending on decision_log (proposed_at desc, decision desc) where status = 'PROPOSED';
create index decision_log_case on decision_log (case_id);
create index decision_log_referral on decision_log (referral);
