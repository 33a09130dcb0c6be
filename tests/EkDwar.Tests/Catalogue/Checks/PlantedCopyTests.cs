namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>A copy names the record it shows: an officer's finding, given in every case, before anybody can grant.</summary>
public sealed class A_fault_in_a_copy
{
    const string Fir = "fir-copy.yaml", Deed = "municipal-document-copy.yaml";
    const string Record = "        - id: record_pages\n          type: document\n";

    [Theory]
    [InlineData(Fir, "  attaches: record_pages\n", "  attaches: ¦record_page\n", "'record_page' is not collected at any stage before the decision", "write 'record_pages'")]
    [InlineData(Fir, "  attaches: record_pages\n", "  attaches: ¦identity_proof\n", "'identity_proof' is asked of the applicant: a copy shows what the office has", "of an officer's form")]
    [InlineData(Fir, "  attaches: record_pages\n", "  attaches: ¦fir_on\n", "'fir_on' is of type 'date', so it has no pages", "of type 'document'")]
    [InlineData(Deed, "    actions: [forward, query]\n", "    when: speed = \"normal\"\n    actions: [forward, query]\n", "is not collected in every case", "every case comes to")]
    [InlineData(Fir, Record, Record + "          options: [{code: a, names: {mr: अ, en: A, hi: अ, pa: ਅ}}]\n", "so 'options' says nothing", "take it out")]
    [InlineData(Fir, Record, Record + "          needed: offence = \"theft\"\n", "so 'needed' says nothing", "take it out")]
    [InlineData(Fir, "limit:\n", "deemed: {outcome: granted, section: {mr: अ, en: A, hi: अ, pa: ਅ}, source: example}\nlimit:\n", "nobody would have given 'record_pages'", "take 'deemed' out")]
    public void is_found_where_it_stands(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file), fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Contains(mend, fault.Mend);
        if (planted.Line > 0) Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("    - when: what = \"both\" and dues = 0\n", "    - when: ¦wha = \"both\" and dues = 0\n", "wha", "what")]
    [InlineData("nothing is due. This certificate is given to {name}.\n    - when", "nothing is due. This certificate is given.\n    - when", "does not state {name}", "state the same in both")]
    [InlineData("paid up to {paid_up_to}, and that", "paid up to {paid_upto}, and that", "'paid_upto' is not a question", "write 'paid_up_to'")]
    public void of_a_certificate_in_several_variants_is_found(string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In("property-tax-extract.yaml", right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, "property-tax-extract.yaml"), fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Contains(mend, fault.Mend);
        if (planted.Line > 0) Assert.Equal(planted.Line, fault.At.Line);
    }

    [Fact]
    public void is_found_where_the_record_may_be_left_out()
    {
        var planted = Planted.In(Fir, Record, Record + "          optional: true\n");
        Assert.Contains(Planted.Faults(planted.Text, Fir), fault => fault.Problem == "'record_pages' is not collected in every case, so some would be granted without the record");
    }
}
