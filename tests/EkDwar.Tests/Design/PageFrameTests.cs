using EkDwar.Design;
using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Design;

public class A_page_frame
{
    static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(new StateFaces([Rendering.Maharashtra, Rendering.Maharashtra with { Code = "pb", Language = LanguageCode.Punjabi }])).BuildServiceProvider();

    static DefaultHttpContext Request(string path, string? state = null, string? lang = null, string query = "", string? cookie = null)
    {
        var context = new DefaultHttpContext { RequestServices = Services };
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        if (state is not null) context.Request.RouteValues["state"] = state;
        if (lang is not null) context.Request.RouteValues["lang"] = lang;
        if (cookie is not null) context.Request.Headers.Cookie = "lang=" + cookie;
        return context;
    }

    [Fact]
    public void takes_state_and_language_from_the_url()
    {
        var frame = PageFrame.Of(Request("/pb/hi/track", "pb", "hi", "?lang=en", cookie: "mr"));
        Assert.Equal(("pb", LanguageCode.Hindi), (frame.State.Code, frame.Language));
        Assert.Equal("/pb/hi/help", frame.At("help"));
    }

    [Fact]
    public void speaks_of_no_state_where_the_url_names_none_of_several()
    {
        Assert.True(PageFrame.Of(Request("/pb/hi/track", "pb", "hi")).NamesState);
        Assert.False(PageFrame.Of(Request("/desk/mr/sign-in", lang: "mr")).NamesState);
        Assert.False(PageFrame.Of(Request("/xx/mr/track", "xx", "mr")).NamesState);
    }

    [Theory, InlineData("xx", "mr"), InlineData("mh", "fr"), InlineData("mh", "MR")]
    public void is_none_for_an_unknown_state_or_language(string state, string lang) =>
        Assert.Null(FrameOfRequest.For(Request($"/{state}/{lang}/track", state, lang)));

    [Theory, InlineData("?lang=hi", "pa", "hi"), InlineData("", "pa", "pa"), InlineData("?lang=fr", null, "mr"), InlineData("", null, "mr")]
    public void asks_query_then_cookie_then_state_where_the_url_has_no_language(string query, string? cookie, string language) =>
        Assert.Equal(language, PageFrame.Of(Request("/desk", query: query, cookie: cookie)).Language.Code);

    [Fact]
    public void leads_to_the_same_page_in_another_language()
    {
        Assert.Equal("/mh/pa/desk/cases?q=%E0%A4%AA&page=2", PageFrame.Of(Request("/mh/mr/desk/cases", "mh", "mr", "?q=प&page=2&handler=Save")).PathIn(LanguageCode.Punjabi));
        Assert.Equal("/desk?q=1&lang=en", PageFrame.Of(Request("/desk", query: "?q=1&lang=mr")).PathIn(LanguageCode.English));
    }
}
