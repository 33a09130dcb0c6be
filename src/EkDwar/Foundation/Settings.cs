using System.Net;
using EkDwar.Foundation.Database;

namespace EkDwar.Foundation;

/// <summary>What the command line says: where data and catalogue are, which database, which address.</summary>
/// <param name="Works">Whether this node runs the outbox and the minute's checkpoint; false for a node that only serves pages.</param>
public sealed record Settings(string Url, DataFolders Folders, DatabasePlace Database, bool Works)
{
    /// <summary>Where pages and static files are: beside the program when published, the project when run from source.</summary>
    public static string ContentRoot => AppContext.BaseDirectory;

    /// <summary>Reads <c>--urls --data --shared --services --postgres --no-work</c>; throws <see cref="CannotStart"/> for what it does not know.</summary>
    public static Settings Parse(ReadOnlySpan<string> args)
    {
        string url = "http://localhost:8080", data = "data", services = Path.Combine(AppContext.BaseDirectory, "services");
        string? postgres = null, shared = null;
        var works = true;
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            if (args[i] == "--no-work")
            {
                works = false;
                continue;
            }
            if (value is null) throw new CannotStart("foundation.start.option", ("option", args[i]));
            i++;
            switch (args[i - 1])
            {
                case "--urls": url = value; break;
                case "--data": data = value; break;
                case "--shared": shared = value; break;
                case "--services": services = value; break;
                case "--postgres": postgres = value; break;
                default: throw new CannotStart("foundation.start.option", ("option", args[i - 1]));
            }
        }
        if (postgres is not null && Engines.Unreadable(postgres) is { } why) throw new CannotStart("foundation.start.database_unreachable", ("why", why));
        if (!url.Split(';').All(IsAddress)) throw new CannotStart("foundation.start.address", ("address", url));
        if (!Directory.Exists(services)) throw new CannotStart("foundation.start.no_services", ("folder", services));
        // Made by hand, once: a node that made its own where a mount is missing would share nothing.
        if (shared is not null && !Directory.Exists(shared)) throw new CannotStart("foundation.start.no_shared", ("folder", shared));
        var folder = Path.GetFullPath(data);
        var folders = new DataFolders(Path.GetFullPath(services), folder);
        return new(url, shared is null ? folders : folders with { Shared = Path.GetFullPath(shared) }, new(folder, postgres), works);
    }

    /// <summary>The address printed on slips and certificates; EKDWAR_PUBLIC_URL where a proxy stands before the house.</summary>
    public string PublicUrl => (Environment.GetEnvironmentVariable("EKDWAR_PUBLIC_URL") ?? Url).TrimEnd('/');

    // A star or a plus stands for every address of this machine, which Uri does not know.
    static bool IsAddress(string url) => Uri.TryCreate(url.Replace("//*", "//any").Replace("//+", "//any"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Whether only this machine can reach the address, or each of several divided by semicolons.</summary>
    public static bool IsLoopback(string addresses) => addresses.Split(';').All(one => Uri.TryCreate(one, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))));
}
