create table places (
  place_id uuid primary key,
  state text not null,
  code text not null,
  kind text not null,
  census_code text,
  lgd_code text,
  people integer,
  people_year integer,
  people_source text,
  unique (state, code)
);

create table place_imports (
  place_import_id uuid primary key,
  state text not null,
  file text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  ended integer not null,
  imported_at timestamptz not null
);

create table place_spells (
  place_id uuid not null references places (place_id),
  from_on date not null,
  until_on date,
  parent_id uuid references places (place_id),
  names text not null,
  place_import_id uuid not null references place_imports (place_import_id),
  primary key (place_id, from_on)
);
create index place_spells_parent on place_spells (parent_id);
create index place_spells_import on place_spells (place_import_id);

create table extension_orders (
  extension_order_id uuid primary key,
  state text not null,
  number text not null,
  kind text not null,
  given_on date not null,
  place_id uuid not null references places (place_id),
  services text not null,
  from_on date not null,
  until_on date not null,
  ended_after_on date,
  recorded_at timestamptz not null
);
create unique index extension_orders_number on extension_orders (state, number);
create index extension_orders_place on extension_orders (place_id);

create table place_origins (
  place_id uuid not null references places (place_id),
  origin_id uuid not null references places (place_id),
  came_on date not null,
  primary key (place_id, origin_id)
);
create index place_origins_origin on place_origins (origin_id);

create table offices (
  office_id uuid primary key,
  state text not null,
  code text not null,
  names text not null,
  place_id uuid not null references places (place_id),
  acts_for text not null,
  from_on date not null,
  until_on date,
  unique (state, code)
);
create index offices_place on offices (place_id);

create table posts (
  post_id uuid primary key,
  office_id uuid not null references offices (office_id),
  designation text not null,
  number integer not null,
  names text not null,
  version bigint not null,
  unique (office_id, designation, number)
);

create table officials (
  official_id uuid primary key,
  login text not null unique,
  names text not null,
  password_hash text not null,
  totp_secret bytea not null,
  totp_last_step bigint not null,
  failed_tries integer not null,
  locked_until timestamptz,
  factors_ended_at timestamptz,
  version bigint not null
);

create table official_words (
  official_id uuid not null references officials (official_id),
  word text not null,
  primary key (official_id, word)
);
create index official_words_word on official_words (word, official_id);

create table passkeys (
  passkey_id uuid primary key,
  official_id uuid not null references officials (official_id),
  credential_id text not null unique,
  public_key bytea not null,
  name text not null,
  transports text not null,
  sign_count bigint not null,
  is_backup_eligible boolean not null,
  is_backed_up boolean not null,
  added_at timestamptz not null,
  used_at timestamptz,
  version bigint not null
);
create index passkeys_official on passkeys (official_id, added_at);

create table sign_on_links (
  official_id uuid not null references officials (official_id),
  state text not null,
  subject_hash text not null,
  linked_at timestamptz not null,
  primary key (official_id, state),
  unique (state, subject_hash)
);

create table sign_ons (
  sign_on_id uuid primary key,
  state text not null,
  at timestamptz not null,
  outcome text not null,
  subject_hash text not null,
  official_id uuid references officials (official_id)
);
create index sign_ons_at on sign_ons (at);
create index sign_ons_official on sign_ons (official_id, at);

create table used_challenges (
  challenge_id uuid primary key,
  used_at timestamptz not null
);
create index used_challenges_used on used_challenges (used_at);

create table post_holdings (
  post_holding_id uuid primary key,
  post_id uuid not null references posts (post_id),
  official_id uuid not null references officials (official_id),
  kind text not null,
  from_on date not null,
  until_on date,
  version bigint not null
);
create index post_holdings_post on post_holdings (post_id, from_on);
create index post_holdings_official on post_holdings (official_id, from_on);

create table leaves (
  leave_id uuid primary key,
  official_id uuid not null references officials (official_id),
  from_on date not null,
  until_on date not null,
  version bigint not null
);
create index leaves_official on leaves (official_id, until_on);

create table delegations (
  delegation_id uuid primary key,
  holding_id uuid not null references post_holdings (post_holding_id),
  own_holding_id uuid not null references post_holdings (post_holding_id),
  from_on date not null,
  until_on date not null,
  version bigint not null
);
create index delegations_holding on delegations (holding_id, until_on);
create index delegations_own_holding on delegations (own_holding_id, until_on);

create table office_changes (
  change_id uuid primary key,
  office_id uuid not null references offices (office_id),
  at timestamptz not null,
  kind text not null,
  by_official_id uuid not null references officials (official_id),
  by_post_id uuid references posts (post_id),
  official_id uuid references officials (official_id),
  post_id uuid references posts (post_id),
  from_on date,
  until_on date,
  words text not null
);
create index office_changes_office on office_changes (office_id, at);
create index office_changes_by on office_changes (by_official_id, at);
create index office_changes_by_post on office_changes (by_post_id);
create index office_changes_official on office_changes (official_id, at);
create index office_changes_post on office_changes (post_id, at);

create table enrolments (
  enrolment_id uuid primary key,
  official_id uuid not null references officials (official_id),
  kind text not null,
  asked_by_id uuid not null references officials (official_id),
  asked_from_id uuid not null references posts (post_id),
  asked_at timestamptz not null,
  words text not null,
  first_half_hash text not null,
  confirmed_by_id uuid references officials (official_id),
  second_half_hash text,
  expires_at timestamptz not null,
  tries integer not null,
  ended_at timestamptz,
  version bigint not null
);
create index enrolments_official on enrolments (official_id, asked_at);
create index enrolments_asked_by on enrolments (asked_by_id);
create index enrolments_asked_from on enrolments (asked_from_id);
create index enrolments_confirmed_by on enrolments (confirmed_by_id);
create index enrolments_open on enrolments (expires_at) where ended_at is null;

create table transfers (
  transfer_id uuid primary key,
  office_id uuid not null references offices (office_id),
  takes_force_on date not null,
  words text not null,
  planned_by_id uuid not null references officials (official_id),
  planned_at timestamptz not null,
  undone_at timestamptz,
  version bigint not null
);
create index transfers_office on transfers (office_id, takes_force_on);
create index transfers_planned_by on transfers (planned_by_id);

create table transfer_lines (
  transfer_id uuid not null references transfers (transfer_id),
  post_id uuid not null references posts (post_id),
  from_holding_id uuid references post_holdings (post_holding_id),
  from_until_on date,
  to_holding_id uuid references post_holdings (post_holding_id),
  primary key (transfer_id, post_id)
);
create index transfer_lines_post on transfer_lines (post_id);
create index transfer_lines_from on transfer_lines (from_holding_id);
create index transfer_lines_to on transfer_lines (to_holding_id);

create table accounts (
  account_id uuid primary key,
  mobile_hash text not null unique,
  mobile bytea not null,
  email bytea,
  email_proved_at timestamptz,
  told_in text,
  created_at timestamptz not null
);

create table persons (
  person_id uuid primary key,
  account_id uuid not null references accounts (account_id),
  wrapped_key bytea,
  profile bytea not null,
  created_at timestamptz not null
);
create index persons_account on persons (account_id);

create table sign_ins (
  sign_in_id uuid primary key,
  account_id uuid references accounts (account_id),
  official_id uuid references officials (official_id),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  proved_at timestamptz,
  ends_at timestamptz not null,
  browser text not null,
  check ((account_id is null) <> (official_id is null))
);
create index sign_ins_account on sign_ins (account_id, seen_at);
create index sign_ins_official on sign_ins (official_id, seen_at);
create index sign_ins_ends on sign_ins (ends_at);

create table one_time_codes (
  code_id uuid primary key,
  mobile_hash text not null,
  network_hash text,
  purpose text not null,
  code_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null,
  used_at timestamptz
);
create index one_time_codes_mobile on one_time_codes (mobile_hash, sent_at);
create index one_time_codes_expires on one_time_codes (expires_at);
create index one_time_codes_network on one_time_codes (network_hash, sent_at);

create table service_versions (
  state text not null,
  service_id text not null,
  version integer not null,
  definition text not null,
  sha256 text not null,
  effective_on date not null,
  published_at timestamptz not null,
  primary key (state, service_id, version)
);

create table laws (
  sha256 text primary key,
  state text not null,
  act text not null,
  calendar text not null,
  kept_at timestamptz not null
);

create table mandates (
  mandate_id uuid primary key,
  person_id uuid not null references persons (person_id),
  given_to_hash text not null,
  given_to bytea not null,
  state text not null,
  service_id text not null,
  until_on date not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  version bigint not null
);
create index mandates_person on mandates (person_id, asked_at);
create index mandates_given_to on mandates (given_to_hash, person_id) where ended_at is null;

create table drafts (
  draft_id uuid primary key,
  person_id uuid not null references persons (person_id),
  state text not null,
  service_id text not null,
  service_version integer not null,
  mandate_id uuid references mandates (mandate_id),
  answers bytea not null,
  typed bytea,
  updated_at timestamptz not null,
  version bigint not null
);
create unique index drafts_person on drafts (person_id, state, service_id) where mandate_id is null;
create unique index drafts_mandate on drafts (mandate_id);
create index drafts_untouched on drafts (state, updated_at);
create index drafts_of_person on drafts (person_id);

create table cases (
  case_id bigint primary key,
  state text not null,
  service_id text not null,
  service_version integer not null,
  status text not null,
  office_id uuid not null references offices (office_id),
  place_id uuid references places (place_id),
  applicant_id uuid not null references persons (person_id),
  filed_by_id uuid not null references accounts (account_id),
  mandate_id uuid references mandates (mandate_id),
  channel text not null,
  language text not null,
  submitted_at timestamptz not null,
  due_on date,
  is_paused boolean not null,
  limit_passed_on date,
  closes_on date,
  wrapped_key bytea,
  answers bytea not null,
  fee text not null,
  terms text not null,
  findings bytea,
  fee_paid_at timestamptz,
  ledger_seq integer not null,
  ledger_hash bytea not null,
  version bigint not null
);
create index cases_applicant on cases (applicant_id, submitted_at);
create index cases_filed_by on cases (filed_by_id, submitted_at);
create index cases_office on cases (office_id);
create index cases_place on cases (place_id, service_id, submitted_at);
create index cases_mandate on cases (mandate_id, submitted_at);
-- Whose application is open in a place, from one on: who is told what concerns the whole of it.
create index cases_open on cases (place_id, case_id)
  where status in ('AwaitingPapers', 'InProcess', 'AwaitingCitizen', 'AwaitingConsent', 'AwaitingFee', 'AwaitingRegister');
-- What is open, whose clock runs, and of which it is not written yet that its last day has passed: the sweep of late cases reads what lies before today.
create index cases_unpassed on cases (due_on) where not is_paused and (limit_passed_on is null or limit_passed_on <> due_on)
  and status in ('InProcess', 'AwaitingCitizen', 'AwaitingConsent', 'AwaitingFee', 'AwaitingRegister');

create table ledger_entries (
  stream_kind text not null,
  stream_id bigint not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  actor text not null,
  post_id uuid,
  facts text not null,
  body bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (stream_kind, stream_id, seq)
);

create table ledger_unanchored (
  stream_kind text not null,
  stream_id bigint not null,
  seq integer not null,
  hash bytea not null,
  primary key (stream_kind, stream_id, seq)
);

create table checkpoints (
  checkpoint_no bigint primary key,
  at timestamptz not null,
  body text not null,
  signature text not null
);

create table work_items (
  case_id bigint not null references cases (case_id),
  seq integer not null,
  post_id uuid not null references posts (post_id),
  stage text not null,
  since_at timestamptz not null,
  stage_since_at timestamptz,
  due_on date,
  is_paused boolean not null,
  service_id text not null,
  is_with_applicant boolean not null,
  is_urgent boolean not null,
  done_at timestamptz,
  version bigint not null,
  primary key (case_id, seq)
);
-- In the order of the list, with all it is narrowed by: whatever filters are put together are read from it alone.
create index work_items_inbox on work_items (post_id, is_paused, due_on, case_id, service_id, is_with_applicant, is_urgent) where done_at is null;
-- What is rare on a large desk is found without passing the rest.
create index work_items_service on work_items (post_id, is_paused, service_id, due_on, case_id) where done_at is null;
create index work_items_with_applicant on work_items (post_id, is_paused, due_on, case_id) where done_at is null and is_with_applicant;
create index work_items_urgent on work_items (post_id, is_paused, due_on, case_id) where done_at is null and is_urgent;

create table desk_notices (
  case_id bigint not null references cases (case_id),
  post_id uuid not null references posts (post_id),
  kind text not null,
  percent integer,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (case_id, post_id, kind)
);
create index desk_notices_post on desk_notices (post_id, seen_at, at);

create table emergency_requests (
  request_id uuid primary key,
  state text not null,
  asked_for bigint not null,
  asked_by_id uuid not null references officials (official_id),
  asked_from_id uuid not null references posts (post_id),
  asked_at timestamptz not null,
  reason text not null,
  words bytea,
  answer_by timestamptz not null,
  status text not null,
  answered_by_id uuid references officials (official_id),
  answered_from_id uuid references posts (post_id),
  answered_at timestamptz,
  open_until timestamptz,
  version bigint not null
);
create index emergency_requests_asked_for on emergency_requests (asked_for);
create index emergency_requests_asked_by on emergency_requests (asked_by_id);
create index emergency_requests_asked_from on emergency_requests (asked_from_id, asked_at);
create index emergency_requests_answered_by on emergency_requests (answered_by_id);
create index emergency_requests_answered_from on emergency_requests (answered_from_id);

create table emergency_approvers (
  post_id uuid not null references posts (post_id),
  request_id uuid not null references emergency_requests (request_id),
  answer_by timestamptz not null,
  primary key (post_id, request_id)
);
create index emergency_approvers_waiting on emergency_approvers (post_id, answer_by);
create index emergency_approvers_request on emergency_approvers (request_id);

create table awaited_leaves (
  post_id uuid not null references posts (post_id),
  case_id bigint not null references cases (case_id),
  seq integer not null,
  asked_from_id uuid not null references posts (post_id),
  asked_by_id uuid not null references officials (official_id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (post_id, case_id, seq)
);
create index awaited_leaves_case on awaited_leaves (case_id);
create index awaited_leaves_asked_from on awaited_leaves (asked_from_id);
create index awaited_leaves_asked_by on awaited_leaves (asked_by_id);
create index awaited_leaves_waiting on awaited_leaves (post_id, asked_at, case_id) where answered_at is null;

create table looks (
  case_id bigint not null references cases (case_id),
  look_id uuid not null,
  at timestamptz not null,
  official_id uuid not null references officials (official_id),
  post_id uuid not null references posts (post_id),
  what text not null,
  reason text not null,
  emergency_id uuid references emergency_requests (request_id),
  primary key (case_id, look_id)
);
create index looks_official on looks (official_id, at);
create index looks_post on looks (post_id);
create index looks_emergency on looks (emergency_id);

create table case_words (
  case_id bigint not null references cases (case_id),
  word bigint not null,
  submitted_at timestamptz not null,
  primary key (case_id, word)
);
-- The newest of a word first, without a look at the table.
create index case_words_word on case_words (word, submitted_at, case_id);

create table search_months (
  month integer primary key,
  wrapped_key bytea,
  version bigint not null
);

create table searches (
  search_id uuid primary key,
  at timestamptz not null,
  official_id uuid not null references officials (official_id),
  post_id uuid not null references posts (post_id),
  asked bytea not null,
  found integer not null
);
create index searches_official on searches (official_id, at);
create index searches_post on searches (post_id);

create table unusual_looks (
  unusual_id uuid primary key,
  official_id uuid not null references officials (official_id),
  post_id uuid not null references posts (post_id),
  office_id uuid not null references offices (office_id),
  rule text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  raised_at timestamptz not null,
  closed_at timestamptz,
  closed_by_id uuid references officials (official_id),
  words text,
  version bigint not null
);
create unique index unusual_looks_official on unusual_looks (official_id, rule, from_at);
create index unusual_looks_office on unusual_looks (office_id, raised_at);
create index unusual_looks_post on unusual_looks (post_id, raised_at);
create index unusual_looks_open on unusual_looks (raised_at) where closed_at is null;
create index unusual_looks_closed_by on unusual_looks (closed_by_id);

create table own_downloads (
  person_id uuid not null references persons (person_id),
  given_on date not null,
  seq integer not null,
  given_at timestamptz not null,
  year integer,
  primary key (person_id, given_on, seq)
);

create table corrections (
  case_id bigint primary key references cases (case_id),
  answers bytea not null,
  asked_at timestamptz,
  version bigint not null
);

create table query_replies (
  case_id bigint primary key references cases (case_id),
  answers bytea not null,
  words bytea,
  version bigint not null
);

create table case_parties (
  case_id bigint not null references cases (case_id),
  party text not null,
  mobile_hash text,
  status text not null,
  means text,
  shown text,
  answered_by uuid,
  since_at timestamptz not null,
  version bigint not null,
  primary key (case_id, party)
);
create index case_parties_mobile on case_parties (mobile_hash, since_at);

create table field_visits (
  case_id bigint not null references cases (case_id),
  seq integer not null,
  visit_id uuid not null,
  token_hash text not null,
  status text not null,
  stage text not null,
  post_id uuid not null references posts (post_id),
  official_id uuid not null references officials (official_id),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  request bytea not null,
  report bytea,
  version bigint not null,
  primary key (case_id, seq)
);
create index field_visits_token on field_visits (token_hash);
create index field_visits_post on field_visits (post_id);
create index field_visits_official on field_visits (official_id);

create table paper_scans (
  file_id text primary key,
  state text not null,
  asked_at timestamptz not null,
  waiting_key bytea,
  case_id bigint references cases (case_id),
  question text,
  version bigint not null
);
create index paper_scans_case on paper_scans (case_id);

create table loose_files (
  file_id text primary key,
  person_id uuid references persons (person_id),
  case_id bigint references cases (case_id),
  loose_at timestamptz not null,
  version bigint not null
);
create index loose_files_person on loose_files (person_id);
create index loose_files_case on loose_files (case_id);

create table given_pages (
  case_id bigint not null references cases (case_id),
  question text not null,
  pages bytea not null,
  version bigint not null,
  primary key (case_id, question)
);

create table uploads (
  upload_id uuid primary key,
  account_id uuid not null references accounts (account_id),
  slot integer not null,
  place text not null,
  content_hash text not null,
  length integer not null,
  received integer not null,
  pieces text not null,
  sealed_key bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  version bigint not null,
  unique (account_id, slot)
);

create table paper_pictures (
  file_id text not null,
  page integer not null,
  picture_id text,
  drawn_at timestamptz not null,
  primary key (file_id, page)
);

create table unsent_forms (
  case_id bigint not null references cases (case_id),
  post_id uuid not null references posts (post_id),
  official_id uuid not null references officials (official_id),
  page text not null,
  fields bytea not null,
  kept_at timestamptz not null,
  primary key (case_id, post_id, official_id, page)
);
create index unsent_forms_kept on unsent_forms (kept_at);
create index unsent_forms_post on unsent_forms (post_id);
create index unsent_forms_official on unsent_forms (official_id);

create table certificates (
  case_id bigint not null references cases (case_id),
  seq integer not null,
  status text not null,
  issued_at timestamptz not null,
  office_id uuid not null references offices (office_id),
  post_id uuid not null references posts (post_id),
  valid_from date,
  valid_until date,
  file_id text not null,
  file_length bigint not null,
  sealed bytea not null,
  payload_hash text not null,
  pdf_hash text not null,
  ended_at timestamptz,
  version bigint not null,
  primary key (case_id, seq)
);
create index certificates_office on certificates (office_id);
create index certificates_post on certificates (post_id);

create table beneficiaries (
  case_id bigint primary key references cases (case_id),
  state text not null,
  service_id text not null,
  office_id uuid not null references offices (office_id),
  person_id uuid not null references persons (person_id),
  status text not null,
  amount_minor bigint not null,
  started_on date not null,
  holds_until date not null,
  stopped_on date,
  version bigint not null
);
create index beneficiaries_office on beneficiaries (office_id, status);
create index beneficiaries_person on beneficiaries (person_id);

create table instalments (
  case_id bigint not null references beneficiaries (case_id),
  seq integer not null,
  office_id uuid not null references offices (office_id),
  status text not null,
  need text not null,
  need_post text not null,
  percent integer,
  amount_minor bigint not null,
  due_on date not null,
  paid_on date,
  bank_reference text,
  returned_on date,
  return_reason text,
  version bigint not null,
  primary key (case_id, seq)
);
create index instalments_office on instalments (office_id, due_on);

create table payments (
  case_id bigint not null references cases (case_id),
  seq integer not null,
  status text not null,
  amount_minor bigint not null,
  link_id text,
  link_url text,
  upi_link text,
  order_id text,
  gateway_payment_id text,
  taken_minor bigint,
  taken_currency text,
  means text not null,
  instrument_no text,
  instrument_on date,
  begun_at timestamptz not null,
  ended_at timestamptz,
  version bigint not null,
  primary key (case_id, seq)
);

create index payments_unknown on payments (begun_at) where status = 'Unknown';
create unique index payments_money on payments (gateway_payment_id) where gateway_payment_id is not null;

create table payment_events (
  case_id bigint not null,
  event_id text not null,
  payment_seq integer not null,
  kind text not null,
  at timestamptz not null,
  primary key (case_id, event_id),
  foreign key (case_id, payment_seq) references payments (case_id, seq)
);

create table postings (
  case_id bigint not null,
  entry integer not null,
  line integer not null,
  payment_seq integer not null,
  kind text not null,
  account text not null,
  amount_minor bigint not null,
  at timestamptz not null,
  primary key (case_id, entry, line),
  foreign key (case_id, payment_seq) references payments (case_id, seq)
);

create table cash_entries (
  office_id uuid not null references offices (office_id),
  seq integer not null,
  kind text not null,
  means text not null,
  amount_minor bigint not null,
  in_hand_minor bigint not null,
  booked_on date not null,
  at timestamptz not null,
  case_id bigint,
  payment_seq integer,
  number text not null,
  post_id uuid not null references posts (post_id),
  official_id uuid not null,
  primary key (office_id, seq),
  foreign key (case_id, payment_seq) references payments (case_id, seq)
);
create index cash_entries_day on cash_entries (office_id, booked_on);
create index cash_entries_case on cash_entries (case_id, payment_seq);
create index cash_entries_post on cash_entries (post_id);

create table fee_credits (
  case_id bigint primary key references cases (case_id),
  state text not null,
  service_id text not null,
  person_id uuid not null references persons (person_id),
  amount_minor bigint not null,
  is_by_hand boolean not null,
  order_no text not null,
  order_on date not null,
  granted_at timestamptz not null,
  used_for_case_id bigint,
  refund_asked_at timestamptz,
  returned_at timestamptz,
  version bigint not null
);
create index fee_credits_hand_back on fee_credits (refund_asked_at) where refund_asked_at is not null and returned_at is null;
create index fee_credits_person on fee_credits (person_id, service_id);

create table outbox (
  id uuid primary key,
  kind text not null,
  body text not null,
  lane text not null,
  due_at timestamptz not null,
  attempts integer not null,
  claimed_until timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text
);
create index outbox_due on outbox (lane, due_at) where done_at is null and dead_at is null;
create index outbox_dead on outbox (dead_at) where dead_at is not null and done_at is null;

create table outages (
  outage_id uuid primary key,
  part text not null,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index outages_open on outages (part) where ended_at is null;
create index outages_ended on outages (ended_at);

create table idempotency_keys (
  token text primary key,
  answer text not null,
  at timestamptz not null
);

create table broadcasts (
  broadcast_id uuid primary key,
  state text not null,
  office_id uuid not null references offices (office_id),
  kind text not null,
  area_id uuid not null references places (place_id),
  venue_id uuid references places (place_id),
  service_id text not null,
  from_on date not null,
  until_on date not null,
  words text not null,
  status text not null,
  people integer not null,
  letters integer not null,
  segments integer not null,
  cost_minor bigint not null,
  counted_at timestamptz not null,
  written_by_id uuid not null references officials (official_id),
  written_from_id uuid not null references posts (post_id),
  answer_by timestamptz not null,
  answered_by_id uuid references officials (official_id),
  answered_from_id uuid references posts (post_id),
  answered_at timestamptz,
  answer_words text,
  stopped_by_id uuid references officials (official_id),
  handed_all_at timestamptz,
  ended_at timestamptz,
  handed integer not null,
  outcomes text not null,
  tallied_at timestamptz,
  version bigint not null
);
create index broadcasts_office on broadcasts (office_id, counted_at);
create index broadcasts_area on broadcasts (area_id);
create index broadcasts_venue on broadcasts (venue_id);
create index broadcasts_written_by on broadcasts (written_by_id);
create index broadcasts_written_from on broadcasts (written_from_id);
create index broadcasts_answered_by on broadcasts (answered_by_id);
create index broadcasts_answered_from on broadcasts (answered_from_id);
create index broadcasts_stopped_by on broadcasts (stopped_by_id);

create table messages (
  message_id uuid primary key,
  channel text not null,
  sealed_to bytea not null,
  to_hash text not null,
  sealed_text bytea not null,
  language text not null,
  template text not null,
  account_id uuid references accounts (account_id),
  case_id bigint,
  broadcast_id uuid references broadcasts (broadcast_id),
  provider text not null,
  provider_id text,
  outcome text not null,
  reason text,
  sent_at timestamptz not null,
  outcome_at timestamptz not null,
  segments integer not null,
  purse text
);
create index messages_sent on messages (sent_at);
create index messages_to on messages (to_hash, sent_at);
create index messages_account on messages (account_id, sent_at);
create index messages_provider on messages (provider, provider_id);
create index messages_broadcast on messages (broadcast_id, outcome);

create table status_asks (
  ask_id uuid primary key,
  from_hash text not null,
  words_hash text not null,
  is_known boolean not null,
  asked_at timestamptz not null
);
create index status_asks_from on status_asks (from_hash, asked_at);

create table data_protection_keys (
  name text primary key,
  xml text not null
);
