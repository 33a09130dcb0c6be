using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>That an official looked at a citizen's case or one of its papers: who, from which post, when, what and why. Never changed.</summary>
public sealed class Look : IEntityTypeConfiguration<Look>
{
    public long CaseId { get; init; }
    public Guid LookId { get; init; }
    public DateTime At { get; init; }
    public Guid OfficialId { get; init; }
    public Guid PostId { get; init; }
    public string What { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>By somebody the post sent out, through a link to a phone: what a visit needs and no more.</summary>
    public const string FieldVisit = "field visit";

    /// <summary>Why a senior looked who was asked for leave to ask the citizen a second time.</summary>
    public const string SecondQuery = "second query";

    /// <summary>What an official may say who opens a case that is no longer on her desk; the applicant reads it.</summary>
    public static readonly IReadOnlyList<string> Stated = ["applicant_asked", "desk_asked", "follow_up", "inquiry"];

    /// <summary>The request by which the case was opened in an emergency; null for whoever had it on her desk.</summary>
    public Guid? EmergencyId { get; init; }

    /// <summary>What was looked at, in words.</summary>
    public string Told(LanguageCode language) => Thing(language) + (EmergencyId is not null ? Texts.Get(language, "cases.emergency.opened") : Reason == SecondQuery ? Texts.Get(language, "cases.look_second_query")
        : Stated.Contains(Reason) ? ": " + Texts.Get(language, "cases.look_reason." + Reason) : "");

    string Thing(LanguageCode language) => Texts.Get(language, What == "parties" ? "cases.look_parties" : What == "pay list" ? "cases.look_pay_list"
        : What == FieldVisit ? "cases.look_visit" : What.StartsWith("photo", StringComparison.Ordinal) ? "cases.look_photo"
        : What.StartsWith("paper", StringComparison.Ordinal) ? "cases.look_paper" : "cases.look_case");

    public void Configure(EntityTypeBuilder<Look> builder)
    {
        builder.ToTable("looks").HasKey(look => new { look.CaseId, look.LookId });
        builder.HasOne<Case>().WithMany().HasForeignKey(look => look.CaseId);
        builder.HasOne<Official>().WithMany().HasForeignKey(look => look.OfficialId);
        builder.HasOne<Post>().WithMany().HasForeignKey(look => look.PostId);
        builder.HasOne<EmergencyRequest>().WithMany().HasForeignKey(look => look.EmergencyId);
    }
}
