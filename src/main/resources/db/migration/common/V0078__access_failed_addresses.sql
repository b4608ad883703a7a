-- Wrong passwords by address: whoever tries one password with many names waits too.
create table failed_address (
    address  varchar(45) not null,
    clear_at timestamp with time zone not null,
    constraint failed_address_pk primary key (address)
);
comment on table failed_address is 'addresses with wrong passwords lately; forgotten when clear_at is over';
comment on column failed_address.address is 'IPv4 in digits, or the first 64 bits of IPv6 in hexadecimal';
comment on column failed_address.clear_at is 'when all failures are won back, one every two minutes';
