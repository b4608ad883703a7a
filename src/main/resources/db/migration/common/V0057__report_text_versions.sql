-- The versions of the texts in V0056: who wrote them when, and what each section then said. A section that is missing is
-- empty.
create table report_text_version (
    report_text_id bigint not null,
    version        bigint not null,
    recorded_at    timestamp with time zone not null,
    recorded_by    varchar(60) not null,
    constraint report_text_version_pk primary key (report_text_id, version),
    constraint report_text_version_fk foreign key (report_text_id) references report_text (id)
);
create table report_text_section (
    report_text_id bigint not null,
    version        bigint not null,
    section        varchar(40) not null,
    content        varchar(10000) not null,
    constraint report_text_section_pk primary key (report_text_id, version, section),
    constraint report_text_section_fk foreign key (report_text_id, version)
        references report_text_version (report_text_id, version)
);
