using System.Text.Encodings.Web;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Design;

/// <summary>The design room alone, without the rest of the house: renders one tag, or serves its pages.</summary>
static class Rendering
{
    public static readonly StateFace Maharashtra = new("mh",
        new LocalText { ["en"] = "Government of Maharashtra", ["mr"] = "महाराष्ट्र शासन" },
        new LocalText { ["mr"] = "सामान्य प्रशासन विभाग" }, "1800-120-8040", LanguageCode.Marathi);

    static readonly Lazy<WebApplication> House = new(() =>
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Program).Assembly.GetName().Name, EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDesign(Maharashtra, Maharashtra with { Code = "pb", Language = LanguageCode.Punjabi });
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
        var app = builder.Build();
        app.MapRazorPages();
        app.Start();
        return app;
    });

    public static HttpClient Browser() => House.Value.GetTestClient();

    public static async Task<string> Of(Func<IHtmlHelper, Component> make, TagHelperAttributeList? attributes = null, IHtmlContent? content = null, LanguageCode? language = null, Action<ModelStateDictionary>? problems = null)
    {
        await using var scope = House.Value.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        new PageFrame(Maharashtra, language ?? LanguageCode.English).PutInto(http);
        var modelState = new ModelStateDictionary();
        problems?.Invoke(modelState);
        var tempData = scope.ServiceProvider.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
        var component = make(scope.ServiceProvider.GetRequiredService<IHtmlHelper>());
        component.ViewContext = new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor(), modelState), new NoView(),
            new ViewDataDictionary(new EmptyModelMetadataProvider(), modelState), tempData, TextWriter.Null, new HtmlHelperOptions());
        var output = new TagHelperOutput("ek", attributes ?? [], (_, _) =>
        {
            var inner = new DefaultTagHelperContent();
            if (content is not null) inner.AppendHtml(content);
            return Task.FromResult<TagHelperContent>(inner);
        });
        await component.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        return output.Content.GetContent(HtmlEncoder.Default);
    }

    sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
