namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What each check of a service's file says, word for word, and at its place where a ¦ stands in the change. That none is left out is asked at the end.</summary>
public sealed class Everything_a_check_can_say
{
    const string Income = "income-certificate.yaml", Senior = "senior-citizen-certificate.yaml", Ration = "ration-card-new.yaml", Marriage = "marriage-registration-village.yaml";
    const string Programme = "cultural-programme-licence.yaml", Meetings = "meetings-permission.yaml", Extract = "digital-712-extract.yaml", Copy = "land-record-copy-tahsil.yaml";
    const string Trade = "trade-licence.yaml", Pension = "old-age-pension.yaml", Scholarship = "post-matric-scholarship.yaml";
    const string Born = "  - id: born_on\n    type: date\n", Other = "  - id: purpose_other\n", Scheme = "      - code: scheme\n";
    const string Odd = "  - id: odd\n    type: choice\n    label: {mr: कोणते, en: Which}\n    ", Deemed = "section: {mr: अ, en: A}, source: example}\n";

    /// <summary>Others may be told besides: much hangs on what is missing. What takes a key's place is nothing like it: of a misspelt key no other fault is told.</summary>
    static void IsSaid(string file, string right, string wrong, string problem)
    {
        var planted = Planted.In(file, right, wrong);
        var found = Planted.Faults(planted.Text, file).Where(fault => fault.Problem == problem).ToList();
        Assert.NotEmpty(found);
        if (planted.Line > 0) Assert.Contains(found, fault => (fault.At.Line, fault.At.Column) == (planted.Line, planted.Column));
    }

    [Theory]
    [InlineData("id: income-certificate", "id: ¦Income", "'Income' is no id")]
    [InlineData("id: income-certificate", "id: \"\"", "an id is needed")]
    [InlineData("\nstate: mh\n", "\nzzzzzzzz: mh\n", "a state is needed")]
    [InlineData("effective_on: 2026-01-01", "effective_on: ¦1800-01-01", "the day from which this counts is needed")]
    [InlineData("\nnames:\n", "\nzzzzzzzz:\n", "names are needed")]
    [InlineData("\ndepartment:\n", "\nzzzzzzzz:\n", "the department is needed: the certificate is headed by it")]
    [InlineData("\nquestions:\n", "\nzzzzzzzz:\n", "questions are needed")]
    [InlineData("\nstages:\n", "\nzzzzzzzz:\n", "stages are needed")]
    [InlineData("\nshort_names:\n", "\nzzzzzzzz:\n", "short names are needed")]
    [InlineData("\nlimit:\n", "\nzzzzzzzz:\n", "a time limit is needed")]
    [InlineData("\nserved_by:\n", "\nzzzzzzzz:\n", "which answer chooses the office is needed")]
    [InlineData("served_by:\n  question: village\n  place_kind: taluka\n", "¦served_by:\n  question: village\n", "the kind of place the office serves is needed")]
    [InlineData("  - id: name\n    type: name\n", "  - id: name\n    type: name\n    optional: true\n", "'name' is not asked of everybody")]
    [InlineData("  days: 15\n  kind: unstated", "  slabs: [{when: purpose = \"scheme\", names: {mr: अ, en: A}, days: 3}, {names: {mr: बाकी, en: Rest}, days: 7}]\n  kind: ¦immediate", "what is immediate has no slabs of days")]
    [InlineData("  heads:\n", "  ¦heads: []\n  zzzzzzzz:\n", "the fee has no heads")]
    [InlineData("    - code: gst\n      names:", "    - ¦code: gst\n      zzzzzzzz:", "the head 'gst' has no names")]
    [InlineData("fee:\n", "fee:\n  needs_ground: ¦true\n", "nobody assesses this fee")]
    public void above_the_questions_is_said(string right, string wrong, string problem) => IsSaid(Income, right, wrong, problem);

    [Theory]
    [InlineData(Born, "  - ¦id: born_on\n", "a type is needed")]
    [InlineData("  - id: born_on\n    type: date\n    prefill: [earlier]\n    label", "  - ¦id: born_on\n    type: date\n    prefill: [earlier]\n    zzzzzzzz", "'born_on' needs a label")]
    [InlineData("    when: purpose = \"other\"\n", "    when: ¦purpose = \"other\" and purpose = \"health\"\n", "'purpose_other' is never asked: no answers make this rule true")]
    [InlineData(Scheme + "        names", "      - ¦code: scheme\n        zzzzzzzz", "the option 'scheme' has no names")]
    [InlineData(Scheme, Scheme + "        issued_by: ¦caste-certificate\n", "only a paper is issued by a service")]
    [InlineData(Other, Odd + "¦options:\n      - {code: a, names: {mr: अ, en: A}, when: purpose = \"other\"}\n" + Other, "somebody may find no option of 'odd' to choose")]
    [InlineData(Other, Odd + "options:\n      - {code: a, names: {mr: अ, en: A}}\n      - {code: b, names: {mr: ब, en: B}, when: ¦purpose = \"other\" and purpose = \"health\"}\n" + Other, "the option 'b' is never offered: no answers make this rule true")]
    [InlineData(Born, Born + "    falls: ¦soon\n", "a date does not fall 'soon'")]
    [InlineData("    max_length: 500", "    max_length: ¦0", "a text has from 1 to 10,000 characters")]
    [InlineData("        max_length: 200\n      - id: source\n", "        max_length: 200\n        ¦must: [{when: 'true', says: {mr: अ, en: A}}]\n      - id: source\n", "what must hold of a column is said by its table")]
    [InlineData("          - code: farming\n", "          - code: farming\n            when: ¦'true'\n", "an option of a column cannot be conditional")]
    [InlineData("  - id: income_proof\n    type: document\n", "  - id: income_proof\n    type: document\n    optional: true\n    needed: ¦purpose = \"other\"\n", "a paper that may be left out is never needed")]
    [InlineData("  - id: income\n    type: table\n", "  - id: income\n    type: table\n    ¦prefill: [earlier]\n", "a question of type 'table' is answered anew each time")]
    [InlineData("    prefill: [earlier, profile]", "    prefill: [¦erlier, profile]", "nothing is filled in from 'erlier'")]
    [InlineData("    prefill: [earlier]\n", "    prefill: [¦profile]\n", "a profile has a name and a mobile number, and nothing else")]
    [InlineData(Born, Born + "    must:\n      - ¦when: born_on < today\n", "this does not say what is wrong")]
    [InlineData(Born, Born + "    must:\n      - ¦says: {mr: अ, en: A}\n", "a rule is needed")]
    [InlineData(Born, Born + "    must:\n      - when: ¦name.latin != null\n        says: {mr: अ, en: A}\n", "this rule does not read 'born_on', whose answer it refuses")]
    [InlineData(Born, Born + "    must:\n      - when: ¦village != null\n        says: {mr: अ, en: A}\n", "in the rule, 'village' is not this question or one before it")]
    [InlineData(Born, Born + "    must:\n      - when: ¦born_on < @\"1990-01-01\" and born_on > @\"1990-01-01\"\n        says: {mr: अ, en: A}\n", "no answer to 'born_on' would be accepted: none makes this rule true")]
    [InlineData("      says:\n        mr: शेती", "      zzzzzzzz:\n        mr: शेती", "this does not say what to do without 'income_proof'")]
    public void of_a_question_is_said(string right, string wrong, string problem) => IsSaid(Income, right, wrong, problem);

    [Theory]
    [InlineData(Senior, "when: years and", "zzzzzzzz: years and", "the condition 'sixty_or_older' needs a rule")]
    [InlineData(Senior, "\n    reason:\n", "\n    zzzzzzzz:\n", "the condition 'sixty_or_older' needs a reason")]
    [InlineData(Ration, "    least: 1\n    most: 30", "    decimals: ¦9\n    most: 30", "a number has from 0 to 6 decimals")]
    [InlineData(Ration, "    least: 1\n    most: 30", "    least: 1\n    most: ¦0", "no number lies between 1 and 0")]
    [InlineData(Marriage, "= \"husband\"\n    names: {mr: पत्नी", "= \"husband\"\n    zzzzzzzz: {mr: पत्नी", "the party 'wife' has no names")]
    [InlineData(Marriage, "    consent:\n", "    zzzzzzzz:\n", "it is not said what the party 'husband' consents to")]
    [InlineData(Marriage, "  - id: wife\n    when: applies_as", "  - id: wife\n    when: ¦applies_as = \"wife\" and applies_as", "nobody is ever the party 'wife': no answers make this rule true")]
    [InlineData(Marriage, "    phone: wife_phone\n    shares_mobile: true\n", "    shares_mobile: ¦true\n", "there is no mobile to share")]
    [InlineData(Marriage, "    name: wife_name\n", "    name: ¦venue\n", "'venue' may be missing where this party is needed", "  - id: venue\n", "  - id: venue\n    optional: true\n")]
    [InlineData(Programme, "  - event: granted\n    says", "  - ¦event: granted\n    zzzzzzzz", "the message 'granted' says nothing")]
    [InlineData(Copy, "    - id: pages\n", "    - id: ¦pages\n      optional: true\n", "the fact 'pages' is not always stated")]
    [InlineData(Copy, "      label: {mr: नकलेची", "      zzzzzzzz: {mr: नकलेची", "the fact 'pages' has no label")]
    [InlineData(Copy, "    assessed: {pages: \"12\"}\n", "", "the fee is known when it is assessed")]
    [InlineData(Trade, "  valid_until: if", "  zzzzzzzz: if", "a licence needs its last day")]
    [InlineData(Trade, "  renew_from_days: 60", "  renew_from_days: ¦400", "a licence is renewed from 0 to 366 days before its end")]
    [InlineData(Trade, "  renewed_by: trade-licence-renewal\n  renew_from_days: 60", "  renew_from_days: ¦60", "'renew_from_days' says nothing about a licence that nothing renews")]
    [InlineData(Pension, "  amount: \"1500\"\n", "  amount: \"\"\n", "a sanction needs its amount")]
    [InlineData(Pension, "  proved_by: pension-life-certificate\n", "", "how she proves that she lives is needed")]
    [InlineData(Pension, "  grace_days: 30\n", "  grace_days: ¦400\n", "it is paid from 0 to 366 days longer")]
    [InlineData(Pension, "sanction:\n  amount: \"1500\"", "licence: {valid_until: today}\nsanction:\n  amount: ¦\"1500\"", "what is sanctioned has no last day")]
    public void of_what_some_services_have_is_said(string file, string right, string wrong, string problem, string with = "", string alike = "")
    {
        if (with == "") IsSaid(file, right, wrong, problem);
        else Assert.Contains(Planted.Faults(Planted.In(file, right, wrong).Text.Replace("¦", "", StringComparison.Ordinal).Replace(with, alike, StringComparison.Ordinal), file), fault => fault.Problem == problem);
    }

    [Theory]
    [InlineData("  register: mh_land_records", "  register: \"\"", "a register is needed")]
    [InlineData("  key:\n", "  zzzzzzzz:\n", "a register is asked by a key")]
    [InlineData("    - {name: village, question: village}\n    - {name: survey_number, question: survey_number}\n", "", "all parts of the key are asked of some people only")]
    [InlineData("  gives:\n", "  zzzzzzzz:\n", "what the register answers is needed")]
    [InlineData("      columns:\n        - {id: kind", "      zzzzzzzz:\n        - {id: kind", "a table has columns")]
    [InlineData("  pay: at_submission", "  pay: ¦after_assessment", "nobody assesses a fee here")]
    [InlineData("instant:\n", "deemed: {outcome: ¦refused, " + Deemed + "instant:\n", "what a register gives at once is not deemed")]
    [InlineData("instant:\n", "sanction: {amount: ¦\"1500\", account: name, proved_by: fir-copy, proof_months: 12, grace_days: 30}\ninstant:\n", "no register sanctions an amount")]
    [InlineData("instant:\n", "¦parties:\n  - {id: owner, names: {mr: अ, en: A}, name: name, consent: {mr: अ, en: A}}\ninstant:\n", "what a register gives at once waits for nobody's consent")]
    public void of_a_register_is_said(string right, string wrong, string problem) => IsSaid(Extract, right, wrong, problem);

    [Theory]
    [InlineData(Income, "\ngrounds:\n", "\nzzzzzzzz:\n", "grounds of refusal are needed")]
    [InlineData(Income, "  - code: not_resident\n    names", "  - ¦code: not_resident\n    zzzzzzzz", "the ground 'not_resident' has no names")]
    [InlineData(Income, "    rule:\n", "    zzzzzzzz:\n", "the ground 'income_not_proved' rests on no rule")]
    [InlineData(Income, "  - id: scrutiny\n    names", "  - ¦id: scrutiny\n    zzzzzzzz", "the stage 'scrutiny' has no names")]
    [InlineData(Income, "    post: circle_officer\n", "", "the stage 'verification' has no post")]
    [InlineData(Income, "    actions: [report]\n", "    ¦actions: []\n", "the stage 'verification' has no actions")]
    [InlineData(Programme, "    actions: [grant, refuse, query, return]\n", "    together: ¦reports\n    actions: [grant, refuse, query, return]\n", "the stages of 'reports' do not follow each other")]
    [InlineData(Programme, "        - id: heard_on\n          type: date\n", "        - id: heard_on\n          type: choice\n          options: [{code: a, names: {mr: अ, en: A}, when: ¦'true'}]\n", "an option of a form cannot be conditional")]
    [InlineData(Programme, "      shown_to_citizen: true\n      questions:\n", "      shown_to_citizen: true\n      zzzzzzzz:\n", "the form of 'wiring_report' asks nothing")]
    [InlineData(Meetings, "fee:\n", "deemed: {outcome: granted, source: example}\nfee:\n", "a deemed outcome rests on a section of a law")]
    [InlineData(Pension, "sanction:\n", "deemed: {outcome: ¦granted, " + Deemed + "sanction:\n", "no law sanctions an amount, or proves a life, by silence")]
    [InlineData(Copy, "fee:\n", "deemed: {outcome: ¦granted, " + Deemed + "fee:\n", "granted by silence, nobody has assessed the fee")]
    [InlineData(Programme, "    en: Licence is given to {name}", "    en: Licence is given with {people_at_most} to {name}", "deemed granted, the certificate would lack {people_at_most}, which an officer finds", "\nfee:\n", "\ndeemed: {outcome: granted, " + Deemed + "fee:\n")]
    public void of_a_case_s_way_is_said(string file, string right, string wrong, string problem, string with = "", string alike = "") =>
        of_what_some_services_have_is_said(file, right, wrong, problem, with, alike);

    [Theory]
    [InlineData(Income, "\ncertificate:\n", "\nzzzzzzzz:\n", "a certificate is needed")]
    [InlineData(Income, "certificate:\n  title:\n", "¦certificate:\n  zzzzzzzz:\n", "the certificate has no title")]
    [InlineData(Income, "  paragraph:\n", "  zzzzzzzz:\n", "the certificate has no paragraph")]
    [InlineData(Income, "    - label: {mr: अर्जदाराचे नाव, en: Name}\n      value", "    - ¦value", "this row has no label")]
    [InlineData(Income, "given for {purpose}.", "given for ¦{purpose_other}.", "'purpose_other' is not asked of everybody, so the sentence may have a hole here")]
    [InlineData(Ration, "      value: card_kind\n", "      value: ¦family\n", "'family' has no column of money, of which a certificate shows the sum")]
    [InlineData(Ration, "    - title: {mr: कुटुंबातील सदस्य, en: Members of the family}\n      rows", "    - ¦rows", "this table has no title")]
    [InlineData(Ration, "      rows: family\n      columns:\n", "      rows: family\n      ¦columns: []\n      zzzzzzzz:\n", "a table has from 1 to 9 columns")]
    [InlineData(Ration, "        - {label: {mr: नाव, en: Name}, value", "        - ¦{value", "this column has no label")]
    [InlineData(Income, "  - name: without her paper there is an acknowledgement and no date\n    answers", "  - ¦answers", "this test has no name")]
    [InlineData(Income, "    answers: {born_on: 3 3 2026, village: pune.mulshi, purpose: education}\n", "", "this test has no answers")]
    [InlineData(Income, "    refuses: [born_on, village]\n", "", "this test expects nothing")]
    public void of_certificate_and_tests_is_said(string file, string right, string wrong, string problem) => IsSaid(file, right, wrong, problem);

    [Theory]
    [InlineData(Pension, "\nsanction:\n", "\nsanction:\n  year_starts: {day: 1, month: 6}\n", "what is paid month by month has no year")]
    [InlineData(Scholarship, "      share: 50\n      due_after_days: 10\n", "      share: 50\n      due_after_days: 4000\n", "an instalment falls due from 0 to 731 days after the sanction")]
    [InlineData(Scholarship, "      names: {mr: पहिला हप्ता, en: First instalment, hi: पहली किस्त, pa: ਪਹਿਲੀ ਕਿਸ਼ਤ}\n", "", "the instalment 'first' has no names")]
    [InlineData(Scholarship, "      share: 50\n      due_after_days: 10\n", "      share: 50\n      amount: \"100\"\n      due_after_days: 10\n", "an instalment has a share or an amount, not both")]
    [InlineData(Scholarship, "      share: 50\n      due_after_days: 10\n", "      amount: \"100\"\n      due_after_days: 10\n", "'second' has no amount, and others have")]
    [InlineData(Scholarship, "      share: 50\n      due_after_days: 10\n", "      amount: \"100\"\n      due_after_days: 10\n", "the instalments' own amounts are the whole")]
    [InlineData(Scholarship, "  year_starts: {day: 1, month: 6}\n", "", "of which year this is the day is not said")]
    [InlineData(Scholarship, "  year_starts: {day: 1, month: 6}\n", "", "nobody knows when the year ends for which is sanctioned")]
    [InlineData(Scholarship, "        says: {mr: दुसऱ्या सत्रातील उपस्थिती, en: attendance of the second term, hi: दूसरे सत्र की उपस्थिति, pa: ਦੂਜੇ ਸਮੈਸਟਰ ਦੀ ਹਾਜ਼ਰੀ}\n", "", "what must hold has no words")]
    [InlineData(Scholarship, "    by: post-matric-scholarship\n", "", "the service that renews it is needed")]
    [InlineData(Scholarship, "    from_days: 30\n", "    from_days: 4000\n", "a renewal begins from 0 to 366 days before the end of the year")]
    [InlineData(Scholarship, "    answers: {kind: renewal}\n", "    answers: {name: renewal}\n", "'name' is not answered with one of a few words")]
    [InlineData(Income, "    refuses: [born_on, village]\n", "    refuses: [born_on, village]\n    sanctions: 100\n", "this service sanctions nothing")]
    public void of_instalments_is_said(string file, string right, string wrong, string problem) => IsSaid(file, right, wrong, problem);

    /// <summary>Thirteen and more of them, a service that takes another's, a tier whose price comes later, a rule for papers nobody asks for: more than one line is changed.</summary>
    [Fact]
    public void of_more_than_one_line_is_said()
    {
        const string first = "    - code: first\n";
        var many = string.Concat(Enumerable.Range(0, 12).Select(number => $"    - {{code: more_{number}, names: {{mr: हप्ता, en: Instalment}}, due_after_days: 10}}\n"));
        Said(Scholarship, text => text.Replace(first, many + first, StringComparison.Ordinal), "a sanction has at most 12 instalments");
        Said(Scholarship, text => text.Replace("    of: [post-matric-scholarship]", "    of: [old-age-pension]", StringComparison.Ordinal), "'earlier' does not take a sanction of this service");
        Said("municipal-document-copy.yaml", text => text.Replace("  pay: at_submission\n", "  pay: after_assessment\n", StringComparison.Ordinal), "what a tier costs is known before it is chosen, and this fee is worked out later");
        Said("pension-life-certificate.yaml", text => text.Replace("\nstages:\n", "\nclose_after:\n  - {cause: papers, days: 30, source: example}\nstages:\n", StringComparison.Ordinal), "no paper is asked for here");
        Said(Income, text => text.Replace("{village.taluka} taluka", "{name.taluka} taluka", StringComparison.Ordinal), "'name' is no place, so it lies in none");
        Said(Income, text => text.Replace("      - id: member\n        type: text", "      - id: member\n        type: date\n        roughly: true", StringComparison.Ordinal), "a date in a row is known to the day");
        Said("small-landholder-certificate.yaml", text => text.Replace("        type: land_parcel\n", "        type: land_parcel\n        within: pune\n", StringComparison.Ordinal), "a parcel in a row names no village of its own");
        Said("property-tax-extract.yaml", text => text.Replace("  variants:\n", "  variants:\n    - when: dues > 100\n", StringComparison.Ordinal), "this variant says nothing of its own");

        static void Said(string file, Func<string, string> change, string problem)
        {
            var text = EkDwar.Tests.Deadlines.StateFiles.Text("mh", file);
            Assert.NotEqual(text, change(text));
            Assert.Contains(Planted.Faults(change(text), file), fault => fault.Problem == problem);
        }
    }

    /// <summary>A check that is added brings its planted fault along.</summary>
    [Fact]
    public void is_planted_somewhere()
    {
        var messages = CheckMessages.All();
        Assert.True(messages.Count > 150, $"{messages.Count} messages were read");
        var unplanted = CheckMessages.Unplanted(messages, CheckMessages.Expected());
        Assert.True(unplanted.Count == 0, string.Join('\n', unplanted));
    }

    [Fact]
    public void and_what_nobody_plants_is_named()
    {
        var expected = CheckMessages.Expected();
        var planted = CheckMessages.All();
        // Word by word: a sentence would be found in this file.
        var unheard = string.Join(' ', "the", "moon", "has", "no", "heads");
        Assert.Equal([unheard], CheckMessages.Unplanted([.. planted, unheard], expected));
        Assert.Contains("the fee has no heads", CheckMessages.Unplanted(planted, [.. expected.Where(said => said != "the fee has no heads")]));
    }
}
