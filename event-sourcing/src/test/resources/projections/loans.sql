create table loans (
    loan uuid primary key, borrower uuid not null, remarks int not null, last_remark text, out boolean not null);
comment on table loans is 'One row for each loan.';
create table loans_borrower (borrower uuid primary key, loans bigint not null);
