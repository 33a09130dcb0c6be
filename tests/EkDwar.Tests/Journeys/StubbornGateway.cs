using System.Net.Sockets;
using System.Text;
using EkDwar.Paying;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.Simulator;
using EkDwar.Tests.Paying;

namespace EkDwar.Tests.Journeys;

/// <summary>The gateway's signed word that a fee was paid, said again under the same number until the house has answered it, as gateways do.</summary>
sealed class StubbornGateway(TestCase paid, string word)
{
    static readonly HttpClient Client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };

    readonly string eventId = Guid.CreateVersion7().ToString("N");

    public TestCase Case => paid;
    public bool IsHeard { get; private set; }

    /// <summary>A case whose fee was just paid on the gateway's page; the house does not know it yet.</summary>
    public static async Task<StubbornGateway> Paid(TestHouse house)
    {
        var c = await house.Owing(await house.Citizen());
        return new(c, house.Simulator().Take(await c.PaymentPage()));
    }

    /// <summary>Says it to a house at this address; where no answer comes, nothing is known.</summary>
    public async Task Tell(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, PayingEndpoints.Path)) { Content = new StringContent(word, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Razorpay-Signature", RazorpaySignature.Of(Encoding.UTF8.GetBytes(word), GatewaySimulator.WebhookSecret));
        request.Headers.Add("x-razorpay-event-id", eventId);
        try
        {
            using var answer = await Client.SendAsync(request);
            IsHeard = answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or SocketException)
        {
            // Killed meanwhile: it is said again.
        }
    }
}
