using EkDwar.Foundation.Pdf;

namespace EkDwar.Foundation;

/// <summary>What must hold before anything is served; each failure is one sentence that names the fix.</summary>
public static class StartChecks
{
    public static void Run(WebApplication app, Settings settings)
    {
        // Rule of the house: picker, phone, clock and simulators exist only in Development, and only for this machine.
        if (app.Environment.IsDevelopment() && !settings.IsLoopback) throw new CannotStart("foundation.start.development_address", ("address", settings.Url));
        if (PdfParts.Check() is { } missing) throw new CannotStart("foundation.start.pdf_parts", ("missing", string.Join(", ", missing.Packages.Concat(missing.FontFiles.Select(Path.GetFileName)))));
    }
}
