using EkDwar.People;
using EkDwar.Processing.Emergencies;
using EkDwar.Processing.Inboxes;
using EkDwar.Processing.Transfers;
using EkDwar.Processing.Unusual;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>An officer's desk: inbox, the case beside its papers, query to the citizen, field report, forwarding.</summary>
public static class ProcessingSetup
{
    public static void AddProcessing(this IServiceCollection services) => services
        .AddScoped<ReadInbox>().AddScoped<DesksInSight>().AddScoped<ReadTeam>().AddScoped<ForwardCase>().AddScoped<ReportFromField>().AddScoped<StartClock>().AddScoped<ReturnCase>().AddScoped<RecordFindings>().AddScoped<RaiseQuery>().AddScoped<ReadDeskCase>().AddScoped<DeskPapers>()
        .AddScoped<SignatureDesk>().AddScoped<LookAtParties>().AddScoped<RecordSignature>().AddScoped<ReadAwaitedSignatures>()
        .AddScoped<ReadTransfers>().AddScoped<PlanTransfer>().AddScoped<UndoTransfer>()
        .AddScoped<EmergencyDesk>().AddScoped<ReadEmergencies>().AddScoped<AskInEmergency>().AddScoped<AnswerEmergency>().AddScoped<LookInEmergency>()
        .AddScoped<UnusualDesk>().AddScoped<ReadUnusualLooks>().AddScoped<CloseUnusualLook>()
        .Configure<MvcOptions>(options => options.Filters.Add<DeskFrameSetup>())
        .PostConfigure<CookieAuthenticationOptions>(DeskSession.Scheme, options => options.KeepWhatWasTyped(UnsentFormSetup.Keep));

    public static void MapProcessing(this WebApplication app)
    {
        app.MapDesk();
        app.MapPapers();
        app.MapEmergencies();
    }
}
