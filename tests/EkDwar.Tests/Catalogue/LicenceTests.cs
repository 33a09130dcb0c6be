using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue;

/// <summary>From which day to which a licence holds, when it may be renewed, and whose it is.</summary>
public sealed class A_licence
{
    static readonly ServiceDefinition New = ServiceFile.Load(StateFiles.Text("mh", "trade-licence.yaml"), "trade-licence.yaml");
    static readonly ServiceDefinition Renewal = ServiceFile.Load(StateFiles.Text("mh", "trade-licence-renewal.yaml"), "trade-licence-renewal.yaml");

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    static Answers Renewing(string until, int area = 15) => Answers.None
        .With("earlier", new JsonObject { ["number"] = "MH-7KQ4-2M9T-XB3W-C-1", ["valid_until"] = until })
        .With("area", QuestionType.Of(Renewal.Question("area")).Parse(Renewal.Question("area"), new(new Dictionary<string, string> { [""] = $"{area}" }), AnswerFacts.WithoutPlaces(Day("2026-02-10"))).Value!);

    [Theory]
    [InlineData("2026-02-10", "2026-02-10", "2026-03-31")]
    [InlineData("2026-03-31", "2026-03-31", "2026-03-31")]
    [InlineData("2026-04-01", "2026-04-01", "2027-03-31")]
    [InlineData("2026-12-31", "2026-12-31", "2027-03-31")]
    public void holds_from_the_day_it_is_given_to_the_end_of_the_municipal_year(string given, string from, string until) =>
        Assert.Equal(new Validity(Day(from), Day(until)), New.Licence!.Of(New.Questions, Answers.None, Day(given)));

    /// <summary>For an event until its last day; for a nursery as long as its note says.</summary>
    [Theory]
    [InlineData("cultural-programme-licence", "2026-04-02", "2026-04-15")]
    [InlineData("loudspeaker-licence", "2026-04-02", "2026-04-15")]
    [InlineData("entertainment-licence", "2026-04-02", "2026-04-16")]
    [InlineData("nursery-licence", "2026-04-02", "2029-04-01")]
    [InlineData("loudspeaker-licence", "2026-04-20", "2026-04-20")]
    [InlineData("entertainment-licence", "2026-04-20", "2026-04-20")]
    public void of_every_kind_has_an_end(string id, string given, string until)
    {
        var service = ServiceFile.Load(StateFiles.Text("mh", $"{id}.yaml"), id);
        var answers = Answers.None.With("ends_at", JsonValue.Create("2026-04-15T01:30")).With("on_days", JsonValue.Create("2026-04-14T18:00")).With("how_many_days", JsonValue.Create(3m));
        Assert.Equal(new Validity(Day(given), Day(until)), service.Licence!.Of(service.Questions, answers, Day(given)));
    }

    [Fact]
    public void is_what_every_service_called_so_gives() => Assert.All(StateFiles.States.SelectMany(state => Directory.EnumerateFiles(Path.Combine(Repository.Root, "services", state), "*-licence.yaml")),
        file => Assert.NotNull(ServiceFile.Load(File.ReadAllText(file), file).Licence));

    [Theory, InlineData("2026-02-10"), InlineData("2026-03-31"), InlineData("2026-06-20")]
    public void goes_on_without_a_gap_when_it_is_renewed_early_or_late(string given) =>
        Assert.Equal(new Validity(Day("2026-04-01"), Day("2027-03-31")), Renewal.Licence!.Of(Renewal.Questions, Renewing("2026-03-31"), Day(given)));

    [Theory, InlineData("valid_from"), InlineData("date(2020, 1, 1)"), InlineData("\"soon\""), InlineData("null")]
    public void whose_rule_comes_to_no_day_after_the_first_holds_never(string rule)
    {
        var validity = new LicenceRule { ValidUntil = rule }.Of(New.Questions, Answers.None, Day("2026-02-10"));
        Assert.Equal(rule == "valid_from" ? new Validity(Day("2026-02-10"), Day("2026-02-10")) : null, validity);
    }

    [Theory]
    [InlineData("2026-01-29", false)]
    [InlineData("2026-01-30", true)]
    [InlineData("2026-05-01", true)]
    public void may_be_renewed_from_sixty_days_before_its_end_on(string today, bool may) => Assert.Equal(may, New.Licence!.MayRenew(Day("2026-03-31"), Day(today)));

    [Theory]
    [InlineData("2026-03-31", 15, 500_00)]
    [InlineData("2026-04-01", 15, 510_00)]
    [InlineData("2026-04-10", 50, 1_100_00)]
    [InlineData("2026-04-10", 51, 2_100_00)]
    public void costs_more_for_each_day_it_is_renewed_late(string today, int area, long minor) =>
        Assert.Equal(minor, Renewal.Fee.Due(Renewal.Questions, Renewing("2026-03-31", area), Day(today)).Value!.TotalMinor);

    [Fact]
    public void is_answered_with_ones_own_alone_and_of_the_services_the_question_names()
    {
        var question = Renewal.Question("earlier");
        var facts = AnswerFacts.WithoutPlaces(Day("2026-02-10")) with
        {
            Licences = [new("MH-7KQ4-2M9T-XB3W-C-1", "trade-licence", Day("2026-03-31")), new("MH-7KQ4-2M9T-XB3W-C-2", "loudspeaker-licence", Day("2026-03-31"))],
        };
        string? Refused(string number) => QuestionType.Of(question).Parse(question, new(new Dictionary<string, string> { [""] = number }), facts).Refusals is [var refusal] ? refusal.Code : null;
        Assert.Null(Refused("MH-7KQ4-2M9T-XB3W-C-1"));
        Assert.Equal("questions.licence_needed", Refused(""));
        Assert.Equal("questions.licence_unknown", Refused("MH-7KQ4-2M9T-XB3W-C-2"));
        Assert.Equal("questions.licence_unknown", Refused("MH-7KQ4-2M9T-XB3W-C-3"));
        var answer = Renewing("2026-03-31")["earlier"]!;
        Assert.Equal(["MH-7KQ4-2M9T-XB3W-C-1, valid until 31 March 2026"], QuestionType.Of(question).Format(question, answer, LanguageCode.English, facts));
        Assert.True(QuestionType.Of(question).StillHolds(question, answer, facts));
    }

    [Theory]
    [InlineData("valid_from.year, 3, 31) else", "¦valid_form.year, 3, 31) else", "'valid_form.year' is not a question of this service", "")]
    [InlineData("  renewed_by: trade-licence-renewal", "  renewed_by: ¦trade-licence-renewl", "'trade-licence-renewl' is no service of this state", "write 'trade-licence-renewal'")]
    [InlineData("  renew_from_days: 60", "  renew_from_days: ¦400", "from 0 to 366 days", "")]
    [InlineData("  renews: earlier", "  renews: ¦erlier", "'erlier' is no question of type 'licence'", "write 'earlier'")]
    [InlineData("of: [trade-licence, ", "of: [¦trade-license, ", "'trade-license' is no service of this state", "write 'trade-licence'")]
    [InlineData("    of: [trade-licence, trade-licence-renewal]\n", "", "'earlier' needs 'of'", "", "  - ¦id: earlier")]
    public void that_the_file_tells_wrongly_is_a_fault(string right, string wrong, string problem, string mend, string? at = null)
    {
        const string File = "trade-licence-renewal.yaml";
        if (at is null)
        {
            A_fault_in_a_service_s_file.IsFound(File, right, wrong, problem, mend);
            return;
        }
        Assert.Contains(problem, Assert.Single(Planted.Faults(Planted.In(File, right, wrong).Text, File)).Problem);
    }
}
