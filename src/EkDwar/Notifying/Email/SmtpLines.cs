using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;
using EkDwar.Foundation.Time;

namespace EkDwar.Notifying.Email;

/// <summary>Open lines to one mail server, each with one message at a time. A line is used again while it is fresh, so that TLS is not agreed on for every message.</summary>
sealed class SmtpLines
{
    // Servers close what is idle or has brought much: a line is left before that.
    const int MostMessages = 100;
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    readonly ConcurrentStack<(SmtpClient Line, int Messages, DateTime UsedAt)> free = new();
    readonly ConcurrentDictionary<SmtpClient, int> used = new();
    readonly MailRelay relay;
    readonly TimeProvider time;

    public SmtpLines(MailRelay relay, TimeProvider time)
    {
        (this.relay, this.time) = (relay, time);
        if (relay.Authority is { } file) TrustedAuthorities.Add(file);
    }

    public SmtpClient Take()
    {
        while (free.TryPop(out var known))
        {
            if (time.UtcNow() - known.UsedAt < Fresh)
            {
                used[known.Line] = known.Messages;
                return known.Line;
            }
            known.Line.Dispose();
        }
        var line = new SmtpClient(relay.Host, relay.Port) { EnableSsl = !relay.IsPlain, UseDefaultCredentials = false };
        if (relay.User.Length > 0) line.Credentials = new NetworkCredential(relay.User, relay.Password);
        used[line] = 0;
        return line;
    }

    /// <param name="isWell">false: what is on the line is not known, and it is cut</param>
    public void Return(SmtpClient line, bool isWell)
    {
        used.TryRemove(line, out var messages);
        if (isWell && messages + 1 < MostMessages) free.Push((line, messages + 1, time.UtcNow()));
        else line.Dispose();
    }
}

/// <summary>Authorities of mail servers beside those the machine trusts, each from a file the settings name.</summary>
static class TrustedAuthorities
{
    static readonly Lock turn = new();
    static X509Certificate2Collection known = [];

    public static void Add(string file)
    {
        lock (turn)
        {
            var all = new X509Certificate2Collection(known);
            all.ImportFromPemFile(file);
            known = all;
#pragma warning disable SYSLIB0014 // SmtpClient asks here and nowhere else; nothing else in the house does.
            ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, faults) => faults == System.Net.Security.SslPolicyErrors.None
                || (faults == System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors && shown is not null && IsSigned(shown));
#pragma warning restore SYSLIB0014
        }
    }

    static bool IsSigned(X509Certificate shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(known);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var own = new X509Certificate2(shown);
        return chain.Build(own);
    }
}
