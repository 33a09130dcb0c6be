create trigger ledger_entries_no_update before update on ledger_entries begin select raise(abort, 'ledger_entries is append-only'); end;
create trigger ledger_entries_no_delete before delete on ledger_entries begin select raise(abort, 'ledger_entries is append-only'); end;
create trigger checkpoints_no_update before update on checkpoints begin select raise(abort, 'checkpoints is append-only'); end;
create trigger checkpoints_no_delete before delete on checkpoints begin select raise(abort, 'checkpoints is append-only'); end;
create trigger looks_no_update before update on looks begin select raise(abort, 'looks is append-only'); end;
create trigger looks_no_delete before delete on looks begin select raise(abort, 'looks is append-only'); end;
create trigger service_versions_no_update before update on service_versions begin select raise(abort, 'service_versions is append-only'); end;
create trigger service_versions_no_delete before delete on service_versions begin select raise(abort, 'service_versions is append-only'); end;
