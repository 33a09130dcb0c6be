using EkDwar.Cases.Benefits;
using EkDwar.Cases.Orders;
using EkDwar.Cases.Limits;
using EkDwar.Cases.Names;
using EkDwar.Cases.OwnData;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Parties;
using EkDwar.Cases.Registers;
using EkDwar.Cases.Visits;
using EkDwar.Cases.Waits;
using EkDwar.Foundation;
using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Repeating;

namespace EkDwar.Cases;

/// <summary>The case, its ledger and timeline, and the minute's checkpoint over all ledgers. The heart of the house.</summary>
public static class CasesSetup
{
    public static void AddCases(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<CaseFiles>().AddScoped<Timeline>().AddSingleton<KeptLaws>().AddScoped<CaseClock>().AddScoped<CasePath>().AddScoped<CaseStart>().AddScoped<TrackCase>().AddScoped<ReadTrackerView>().AddScoped<VerifyLedger>();
        services.AddScoped<CaseWords>().AddScoped<SearchBook>().AddScoped<IndexNames>();
        services.AddRegisters();
        services.AddScoped<BenefitRegister>().AddScoped<InstalmentRegister>().AddScoped<CaseParties>();
        services.AddScoped<DeliverNow>().AddScoped<LookBook>().AddScoped<LookAtCase>().AddScoped<RefusalLetters>().AddScoped<UnsentForms>();
        services.AddScoped<MakeCheckpoint>().AddScoped<CheckpointsHere>();
        services.AddScoped<RecountDueDates>().AddSingleton<ExtensionOrders>().AddScoped<ExtendLimits>().AddSingleton<ErasureList>().AddScoped<Erasures>().AddScoped<ErasePerson>().AddScoped<CaseRetention>().AddScoped<ErasableCases>().AddScoped<EraseKeptCases>().AddScoped<IKeptForAWhile, OldUnsentForms>();
        services.AddScoped<LimitDesk>().AddScoped<IOutboxHandler, WatchLimit>().AddScoped<IOutboxHandler, WatchStage>().AddScoped<SetMissedTimers>();
        services.AddScoped<FieldVisits>().AddScoped<IOutboxHandler, EndVisit>();
        services.AddScoped<PaperIntake>().AddScoped<Quarantine>().AddScoped<PaperPictures>().AddScoped<AttachedRecords>().AddScoped<IOutboxHandler, ScanPaper>().AddScoped<LooseFiles>().AddScoped<IOutboxHandler, DropFile>().AddScoped<IOutboxHandler, EndWait>();
        services.AddScoped<GiveOwnData>().AddScoped<OwnArchive>().AddScoped<OwnPapers>().AddScoped<WriteOwnCase>().AddScoped<ReadOwnDataView>().AddSingleton<OwnDataGate>();
        services.AddScoped<IOwnData, OwnPerson>().AddScoped<IOwnData, OwnCases>().AddScoped<IOwnData, OwnPartyData>();
        if (!settings.Works) return;
        // The first round is for what a crash left waiting.
        services.AddRepeatedWork<MakeCheckpoint>(TimeSpan.FromMinutes(1), (checkpoint, _) => checkpoint.Run());
        services.AddRepeatedWork<SetMissedTimers>(TimeSpan.FromHours(1), (timers, _) => timers.Run());
    }
}
