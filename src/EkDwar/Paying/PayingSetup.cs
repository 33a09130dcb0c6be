using EkDwar.Cases.OwnData;
using EkDwar.Foundation;
using EkDwar.Foundation.Outbox;
using EkDwar.Paying.Assessment;
using EkDwar.Paying.Office;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.SetAside;
using EkDwar.Paying.Simulator;

namespace EkDwar.Paying;

/// <summary>
/// Fees: attempts at a gateway, settled on its word alone, what is handed in at an office, assessments, the way back of a
/// fee, the receipt, and a double-entry ledger of each case's money. Without keys in the configuration nothing is offered; in Development a simulator stands in.
/// </summary>
public static class PayingSetup
{
    public static void AddPaying(this IServiceCollection services)
    {
        services.AddScoped<StartPayment>().AddScoped<Settlement>().AddScoped<AskGateway>().AddScoped<MoneyBook>().AddScoped<AssessFee>();
        services.AddScoped<MoneyPosts>().AddScoped<MoneyDesk>().AddScoped<CashBook>().AddScoped<TakeFee>().AddScoped<ReverseFee>().AddScoped<DepositCash>().AddScoped<JudgePayment>();
        services.AddScoped<ReadMoneyDesk>().AddScoped<ReadDayBook>().AddScoped<SetAsideRefusal>().AddScoped<AskFeeBack>().AddScoped<HandFeeBack>();
        services.AddScoped<IOutboxHandler, AskLater>().AddScoped<IOutboxHandler, RefundOverpayment>().AddScoped<IOutboxHandler, ReturnFee>().AddScoped<IOutboxHandler, WithdrawOffers>().AddScoped<HearRefund>();
        services.AddScoped<IOwnData, OwnPayments>();
        services.AddOptions<RazorpayOptions>().BindConfiguration("Paying:Razorpay").PostConfigure<IHostEnvironment, Settings>((options, environment, settings) =>
        {
            if (environment.IsDevelopment() && !options.IsWhole) GatewaySimulator.StandIn(options, settings);
        });
        services.AddTransient<IGateway, RazorpayGateway>().AddHttpClient<RazorpayApi>(http => http.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        services.AddSingleton<GatewaySimulator>().AddHttpClient(GatewaySimulator.CallsBack).RemoveAllLoggers();
    }

    public static void MapPayments(this WebApplication app)
    {
        app.MapPaying();
        app.MapDayBook();
        app.MapSimulator();
    }
}
