using EkDwar.Foundation.Outbox;
using EkDwar.People;
using EkDwar.Processing.Corrections;
using EkDwar.Processing.Duplicates;
using EkDwar.Processing.Emergencies;
using EkDwar.Processing.Inboxes;
using EkDwar.Processing.Moves;
using EkDwar.Processing.Searches;
using EkDwar.Processing.SecondQueries;
using EkDwar.Processing.Sharing;
using EkDwar.Processing.Timers;
using EkDwar.Processing.Transfers;
using EkDwar.Processing.Unusual;
using EkDwar.Processing.Visits;
using EkDwar.Processing.Warnings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>An officer's desk: inbox, the case beside its papers, shared desks, notes, query to the citizen, field report, forwarding.</summary>
public static class ProcessingSetup
{
    public static void AddProcessing(this IServiceCollection services) => services
        .AddScoped<ReadInbox>().AddScoped<PutNoticesAway>().AddScoped<ReadTimers>().AddScoped<DesksInSight>().AddScoped<ReadTeam>().AddScoped<ForwardCase>().AddScoped<ReportFromField>().AddScoped<StartClock>().AddScoped<ReturnCase>().AddScoped<RecordFindings>().AddScoped<GivenRecords>().AddScoped<RaiseQuery>().AddScoped<ReadDeskCase>().AddScoped<DeskPapers>()
        .AddScoped<SignatureDesk>().AddScoped<LookAtParties>().AddScoped<RecordSignature>().AddScoped<ReadAwaitedSignatures>()
        .AddScoped<SharedDesks>().AddScoped<ReviewHanding>().AddScoped<ClaimCase>().AddScoped<GiveBackCase>().AddScoped<PassCase>().AddScoped<WriteNote>()
        .AddScoped<ReadTransfers>().AddScoped<PlanTransfer>().AddScoped<UndoTransfer>()
        .AddScoped<AskFieldVisit>().AddScoped<WithdrawFieldVisit>().AddScoped<VisitLinks>().AddScoped<OpenFieldVisit>().AddScoped<ReadFieldVisit>().AddScoped<AddVisitPhoto>().AddScoped<SendVisitReport>().AddSingleton<VisitTicket>()
        .AddScoped<DeskVisits>().AddScoped<ReadWarnings>().AddScoped<CloseDuplicate>().AddScoped<IOutboxHandler, NoteDuplicate>().AddScoped<TransferCase>().AddScoped<FindPlaces>().AddScoped<BesideCase>()
        .AddScoped<EmergencyDesk>().AddScoped<ReadEmergencies>().AddScoped<AskInEmergency>().AddScoped<AnswerEmergency>().AddScoped<LookInEmergency>()
        .AddScoped<Reaches>().AddScoped<SeekCases>().AddScoped<ReadFound>().AddScoped<FindCases>().AddSingleton<SoughtTicket>()
        .AddScoped<LeaveToAsk>().AddScoped<AskSecondQuery>().AddScoped<TakeBackSecondQuery>().AddScoped<AnswerSecondQuery>().AddScoped<LookAtSecondQuery>().AddScoped<ReadSecondQueries>()
        .AddScoped<AnswerCorrection>()
        .AddScoped<UnusualDesk>().AddScoped<ReadUnusualLooks>().AddScoped<CloseUnusualLook>()
        .Configure<MvcOptions>(options => options.Filters.Add<DeskFrameSetup>())
        .PostConfigure<CookieAuthenticationOptions>(DeskSession.Scheme, options => options.KeepWhatWasTyped(UnsentFormSetup.Keep));

    public static void MapProcessing(this WebApplication app)
    {
        app.MapDesk();
        app.MapPapers();
        app.MapVisits();
        app.MapEmergencies();
        app.MapSecondQueries();
        app.MapCorrections();
    }
}
