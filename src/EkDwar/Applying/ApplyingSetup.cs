using EkDwar.Applying.Corrections;
using EkDwar.Applying.Mandates;
using EkDwar.Applying.Parties;
using EkDwar.Applying.Uploads;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Applying;

/// <summary>Start, answer, attach, check answers, submit: by oneself or with help. Ends when the case is acknowledged.</summary>
public static class ApplyingSetup
{
    public static void AddApplying(this IServiceCollection services) => services
        .AddScoped<Drafts>().AddScoped<AnswerQuestion>().AddScoped<AttachPaper>().AddScoped<OwnCertificates>().AddScoped<KnownAnswers>().AddScoped<QuestionAids>().AddScoped<TierOffers>().AddScoped<SubmitApplication>()
        .AddScoped<RenewLicence>().AddScoped<RenewBenefit>().AddScoped<ApplyAgain>().AddScoped<GiveMissingPaper>().AddScoped<AnswerQuery>().AddScoped<QueryReplies>().AddScoped<EarlierPapers>().AddScoped<ReadAcknowledgement>()
        .AddScoped<OwnConsents>().AddScoped<AnswerConsent>().AddScoped<TakeBackConsent>().AddScoped<ChangeParty>().AddScoped<WithdrawApplication>()
        .AddScoped<CasePaperForms>().AddScoped<MissingPages>().AddScoped<UploadsOnTheWay>().AddScoped<UploadPlaces>().AddSingleton<UploadSecrets>().AddScoped<IOutboxHandler, DropUpload>().AddScoped<IOwnData, OwnDrafts>().AddScoped<IKeptForAWhile, OldDrafts>()
        .AddScoped<PrepareCorrection>().AddScoped<SendCorrection>().AddScoped<TakeBackCorrection>()
        .AddScoped<MandateDesk>().AddScoped<GiveMandate>().AddScoped<ConfirmMandate>().AddScoped<TakeBackMandate>().AddScoped<ReadMandates>().AddScoped<BegunForHer>().AddScoped<TakeOverDraft>().AddScoped<IOwnData, OwnMandates>()
        // On pages of citizens alone: it opens with the house's key, which no page before the start may ask for.
        .AddScoped<ActingFrameSetup>().Configure<RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention("/", page =>
        {
            if (typeof(CitizenPage).IsAssignableFrom(page.ModelType)) page.Filters.Add(new ServiceFilterAttribute<ActingFrameSetup>());
        }))
        .PostConfigure<CookieAuthenticationOptions>(CitizenSession.Scheme, options => options.KeepWhatWasTyped(TypedTooLateSetup.Keep));

    public static void MapApplying(this WebApplication app)
    {
        app.MapSlip();
        app.MapUploads();
    }
}
