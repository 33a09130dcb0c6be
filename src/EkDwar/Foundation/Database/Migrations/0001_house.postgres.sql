create function refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name; end $$;
create trigger ledger_entries_no_change before update or delete on ledger_entries for each row execute function refuse_change();
create trigger ledger_entries_no_truncate before truncate on ledger_entries for each statement execute function refuse_change();
create trigger checkpoints_no_change before update or delete on checkpoints for each row execute function refuse_change();
create trigger checkpoints_no_truncate before truncate on checkpoints for each statement execute function refuse_change();
create trigger looks_no_change before update or delete on looks for each row execute function refuse_change();
create trigger looks_no_truncate before truncate on looks for each statement execute function refuse_change();
create trigger searches_no_change before update or delete on searches for each row execute function refuse_change();
create trigger searches_no_truncate before truncate on searches for each statement execute function refuse_change();

create trigger service_versions_no_change before update or delete on service_versions for each row execute function refuse_change();
create trigger service_versions_no_truncate before truncate on service_versions for each statement execute function refuse_change();
create trigger laws_no_change before update or delete on laws for each row execute function refuse_change();
create trigger laws_no_truncate before truncate on laws for each statement execute function refuse_change();
create trigger payment_events_no_change before update or delete on payment_events for each row execute function refuse_change();
create trigger payment_events_no_truncate before truncate on payment_events for each statement execute function refuse_change();
create trigger postings_no_change before update or delete on postings for each row execute function refuse_change();
create trigger postings_no_truncate before truncate on postings for each statement execute function refuse_change();
create trigger office_changes_no_change before update or delete on office_changes for each row execute function refuse_change();
create trigger office_changes_no_truncate before truncate on office_changes for each statement execute function refuse_change();
