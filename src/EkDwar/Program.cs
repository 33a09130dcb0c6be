var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
var app = builder.Build();
app.MapRazorPages();
app.Run();

/// <summary>The one executable. Public so that tests can host it.</summary>
public partial class Program;
