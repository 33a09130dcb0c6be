using EkDwar.Foundation.Outbox;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>Messages to everybody of an area who has an application open there: written, previewed with their count and cost, approved by a second official, sent and stopped.</summary>
static class BroadcastSetup
{
    public static void AddBroadcasts(this IServiceCollection services) => services
        .AddScoped<BroadcastDesk>().AddScoped<AreaPeople>().AddScoped<BroadcastHours>().AddScoped<ReadBroadcasts>()
        .AddScoped<PreviewBroadcast>().AddScoped<AskForBroadcast>().AddScoped<AnswerBroadcast>().AddScoped<StopBroadcast>()
        .AddScoped<IOutboxHandler, HandOutBroadcast>().AddScoped<IOutboxHandler, SendBroadcast>().AddScoped<IOutboxHandler, TallyBroadcast>();
}
