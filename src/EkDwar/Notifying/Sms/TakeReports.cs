using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Use case: a gateway reports what became of messages. One it did not take from us, or to another number, changes
/// nothing; said twice or in the wrong order, delivered is the last word, as the phone's own.
/// </summary>
public sealed class TakeReports(EkDwarDb db, KeyedHash hash, TimeProvider time)
{
    public async Task Run(string gateway, IReadOnlyList<DeliveryReport> reports)
    {
        var now = time.UtcNow();
        foreach (var report in reports)
        {
            var about = db.Set<PhoneMessage>().Where(message => message.Provider == gateway && message.ProviderId == report.ProviderId);
            if (report.Mobile.Length > 0)
            {
                var to = hash.Of("mobile", report.Mobile);
                about = about.Where(message => message.ToHash == to);
            }
            about = report.HasArrived ? about.Where(message => message.Outcome == MessageOutcome.Sent || message.Outcome == MessageOutcome.Failed) : about.Where(message => message.Outcome == MessageOutcome.Sent);
            var (outcome, reason) = (report.HasArrived ? MessageOutcome.Delivered : MessageOutcome.Failed, report.Reason);
            await about.ExecuteUpdateAsync(set => set.SetProperty(message => message.Outcome, outcome).SetProperty(message => message.Reason, reason).SetProperty(message => message.OutcomeAt, now));
        }
    }
}
