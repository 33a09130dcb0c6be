using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Foundation;

/// <summary>What must hold before anything is served; each failure is one sentence that names the fix.</summary>
public static class StartChecks
{
    public static void Run(WebApplication app, Settings settings)
    {
        // Rule of the house: picker, phone, clock and simulators exist only in Development, and only for this machine.
        if (app.Environment.IsDevelopment() && Addresses(app, settings).FirstOrDefault(address => !Settings.IsLoopback(address)) is { } open)
            throw new CannotStart("foundation.start.development_address", ("address", open));
        if (PdfParts.Check() is { } missing) throw new CannotStart("foundation.start.pdf_parts", ("missing", string.Join(", ", missing.Packages.Concat(missing.FontFiles.Select(Path.GetFileName)))));
        if (Confinement.Missing("pdftoppm") is { Count: > 0 } parts) throw new CannotStart("foundation.start.drawing_parts", ("missing", string.Join(", ", parts)));
    }

    /// <summary>The address asked for, and those that Kestrel would take from configuration in its place.</summary>
    static IEnumerable<string> Addresses(WebApplication app, Settings settings) =>
        app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().Prepend(settings.Url);
}
