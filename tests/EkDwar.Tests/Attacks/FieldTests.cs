using System.Reflection;
using System.Text.Json.Nodes;
using EkDwar.Applying;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>Fields no form of ours has, in forms that are otherwise right: they reach nothing.</summary>
[Collection("attacks")]
public sealed class A_field_nobody_asked_for(AttackedHouse all)
{
    const int InOneForm = 400;

    [Fact]
    public void is_bound_by_no_page_because_none_takes_more_than_single_values()
    {
        var wide = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Page is not null))
        {
            var asked = route.Page!.HandlerMethods.Where(handler => handler.Name == route.Handler && handler.HttpMethod.Equals(route.Verb, StringComparison.OrdinalIgnoreCase)).SelectMany(handler => handler.Parameters);
            wide.AddRange(asked.Where(one => one.BindingInfo?.BindingSource != BindingSource.Services && !IsSingle(one.ParameterType)).Select(one => $"{route}: {one.Name}"));
            wide.AddRange(route.Page.BoundProperties.Where(bound => !IsSingle(bound.ParameterType)).Select(bound => $"{route}: {bound.Name}"));
        }
        Assert.Equal([], wide.Distinct());
    }

    [Fact]
    public void and_each_that_is_asked_for_is_taken_from_one_place()
    {
        var loose = from route in all.Routes
                    where route.Page is not null
                    from handler in route.Page!.HandlerMethods
                    from asked in handler.Parameters
                    where asked.ParameterType != typeof(IFormFile) && asked.BindingInfo?.BindingSource is null
                        || route.Has(asked.Name) && asked.BindingInfo!.BindingSource != BindingSource.Path
                    select $"{route.Pattern} {handler.Name} {asked.Name}";
        Assert.Equal([], loose.Distinct());
    }

    static bool IsSingle(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var one && (one == typeof(string) || one == typeof(Guid) || one == typeof(bool) || one == typeof(int) || one == typeof(long) || one == typeof(IFormFile));

    /// <summary>Every property of every page and of every row, plain and as a part of what a page holds.</summary>
    async Task<List<KeyValuePair<string, string>[]>> Names()
    {
        var rows = await all.House.Db(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(property => property.Name)).Distinct().ToList()));
        var pages = all.Routes.Where(route => route.Page is not null).SelectMany(route => route.Page!.ModelTypeInfo!.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)).Distinct();
        var names = rows.Concat(pages).Concat(rows.SelectMany(row => new[] { $"Opened.Case.{row}", $"Case.{row}", $"Draft.Draft.{row}", $"Session.{row}" })).Except(["Version", "Words", "Token", "Mobile", "ReturnUrl"], StringComparer.OrdinalIgnoreCase);
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => KeyValuePair.Create(name, "Granted")).Chunk(InOneForm)];
    }

    [Fact]
    public async Task changes_nothing_in_any_form()
    {
        var names = await Names();
        Assert.True(names.Sum(form => form.Length) > 800, "few names");
        var changed = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Verb == "POST" && Rules.All[route.Name] is { Door: Door.Citizen or Door.Desk, May: not null }))
        {
            var rule = Rules.All[route.Name];
            var (role, thing) = all.WhoMay(rule);
            var before = await all.Acts();
            using var blank = all.Request(route, role, thing);
            var (answer, _) = await all.Send(blank);
            // A form that needs no field has done what it does; what it would do with more cannot be seen from here.
            if (before != await all.Acts()) continue;
            foreach (var form in names)
            {
                using var full = all.Request(route, role, thing, form);
                var (other, _) = await all.Send(full);
                if (other.StatusCode != answer.StatusCode) changed.Add($"{route}: {answer.StatusCode}, and then {other.StatusCode}");
            }
            if (before != await all.Acts()) changed.Add($"{route}: something was done");
        }
        Assert.Equal([], changed);
    }

    [Fact]
    public async Task beside_a_right_answer_is_not_kept()
    {
        var neighbour = all["neighbour"];
        using var started = new HttpRequestMessage(HttpMethod.Get, "http://localhost/mh/en/apply/income-certificate");
        started.Headers.TryAddWithoutValidation("Cookie", neighbour.Cookies);
        await all.Send(started);
        var hers = (await Drafts()).Single(draft => draft.PersonId == all.Neighbour.Session.PersonId);
        var form = (await Names())[0].Append(new("answer-local", "शेजारी")).Append(new("answer-latin", "Shejari")).Append(new("answer-0-amount", "1"));
        using var request = all.Request(all.Routes.Single(route => route.Name == "POST /{state}/{lang}/apply/{service}/{question}"), neighbour, all.Things[0] with { Question = "name" }, form);
        var (response, _) = await all.Send(request);
        Assert.EndsWith("/apply/income-certificate/born_on", $"{response.Headers.Location}", StringComparison.Ordinal);
        var kept = (await Drafts()).Single(draft => draft.DraftId == hers.DraftId);
        Assert.Equal((hers.PersonId, hers.ServiceId, hers.State, hers.ServiceVersion), (kept.PersonId, kept.ServiceId, kept.State, kept.ServiceVersion));
        var answers = await all.House.Use(async (EkDwar.Applying.Drafts drafts) => (await drafts.Open(all.Neighbour.Session, "mh", TestCitizen.Service))!.Answers);
        Assert.Equal(["name"], JsonNode.Parse(answers.ToText())!.AsObject().Select(answer => answer.Key));
    }

    Task<List<Draft>> Drafts() => all.House.Db(db => db.Set<Draft>().AsNoTracking().ToListAsync());
}
