using EkDwar.Design;
using EkDwar.Foundation.Languages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDesign(new StateFace(
    "mh",
    new LocalText { ["en"] = "Government of Maharashtra", ["mr"] = "महाराष्ट्र शासन", ["hi"] = "महाराष्ट्र शासन", ["pa"] = "ਮਹਾਰਾਸ਼ਟਰ ਸਰਕਾਰ" },
    new LocalText { ["en"] = "General Administration Department, Government of Maharashtra", ["mr"] = "सामान्य प्रशासन विभाग, महाराष्ट्र शासन" },
    "1800-120-8040",
    LanguageCode.Marathi));
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();

/// <summary>The one executable. Public so that tests can host it.</summary>
public partial class Program;
