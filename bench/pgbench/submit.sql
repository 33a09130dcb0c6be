-- One submission, statement by statement: what SubmitApplication reads and writes.
\set n :first + :client_id * :each + :done
\set done :done + 1
\set id random(1, 1152921504606846975)
select gen_random_uuid() as outbox, person_id as person from bench_drafts where n = :n \gset
select person_id, account_id as account, wrapped_key from persons where person_id = :person \gset p_
select draft_id as draft, answers from drafts where person_id = :person and state = 'mh' and service_id = 'income-certificate' \gset d_
select answer from idempotency_keys where token = 'submit ' || (:id)::text;
begin;
insert into cases (case_id, state, service_id, service_version, status, office_id, applicant_id, filed_by_id, channel, language, submitted_at, due_on, is_paused, wrapped_key, answers, fee, terms, ledger_seq, ledger_hash, version)
  values (:id, 'mh', 'income-certificate', 1, 'InProcess', :office, :person, :p_account, 'pgb', 'mr', now(), current_date + 15, false, :wrapped, :answers, '{"pay":"nothing","lines":[{"code":"service_charge","amount_minor":5000},{"code":"gst","amount_minor":900},{"code":"court_fee_stamp","amount_minor":1000}]}', '{"days":15,"officers":{"designated":"tahsildar","first_appellate":"sub_divisional_officer","second_appellate":"additional_collector"},"stages":["scrutiny","verification","decision"]}', 1, :hash, 0);
insert into idempotency_keys (token, answer, at) values ('submit ' || (:id)::text || ' 0123456789abcdef0123456789abcdef01', 'MH-7KQ4-2M9T-XB3W-C', now());
insert into ledger_entries (stream_kind, stream_id, seq, kind, at, actor, post_id, facts, body, previous_hash, hash)
  values ('case', :id, 1, 'ApplicationSubmitted', now(), 'applicant', null, '{"status":"InProcess","due_on":"2026-12-07","is_paused": false,"stage":"scrutiny","post_id":"019abcde-0000-7000-8000-000000000000","clock":["started 2026-11-22"],"law":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}', :sent, :hash, :hash);
insert into ledger_unanchored (stream_kind, stream_id, seq, hash) values ('case', :id, 1, :hash);
insert into outbox (id, kind, body, due_at, attempts) values (:outbox, 'notice', 'MH7KQ42M9TXB3WC ApplicationSubmitted', now(), 0);
insert into work_items (case_id, seq, post_id, stage, since_at, due_on, is_paused, service_id, is_with_applicant, is_urgent, version) values (:id, 1, :clerk, 'scrutiny', now(), current_date + 15, false, 'income-certificate', false, false, 0);
insert into case_words (case_id, word, submitted_at) select :id, :id + n, now() from generate_series(1, 11) as n;
delete from drafts where draft_id = :d_draft and version = 0;
commit;
