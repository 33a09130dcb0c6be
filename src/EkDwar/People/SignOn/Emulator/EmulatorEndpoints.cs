using System.Text.Json.Nodes;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>What the emulated provider says to machines, under <c>/dev/sign-on/{state}</c>. In Development alone.</summary>
public static class EmulatorEndpoints
{
    const int TooMuch = 400 * 1024;

    public static void MapOpenIdEmulator(this WebApplication app)
    {
        var provider = app.MapGroup(OpenIdEmulator.Path + "/{state}").AddEndpointFilter(DevelopmentOnlyAttribute.Endpoint).AddEndpointFilter(Known).AddEndpointFilter(Misbehave);
        provider.MapGet("/.well-known/openid-configuration", (string state, OpenIdEmulator emulator) => TypedResults.Json(emulator.Discovered(state)));
        provider.MapGet("/jwks", (string state, OpenIdEmulator emulator) => TypedResults.Json(emulator.PublicKeys(state)));
        // Another machine asks, which has no page of ours and so no token of its form: it shows the client's secret.
        provider.MapPost("/token", Redeem).DisableAntiforgery();
    }

    static ValueTask<object?> Known(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Of(context.HttpContext).ClientOf($"{context.HttpContext.Request.RouteValues["state"]}") is null ? ValueTask.FromResult<object?>(TypedResults.NotFound()) : next(context);

    static async ValueTask<object?> Misbehave(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        switch (Of(context.HttpContext).Fault)
        {
            case EmulatorFault.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.HttpContext.RequestAborted);
                return null;
            case EmulatorFault.Huge: return TypedResults.Text($"{{\"issuer\": \"{new string('x', TooMuch)}\"}}", "application/json");
            case EmulatorFault.Redirects: return TypedResults.Redirect("https://evil.example/");
            case EmulatorFault.NotJson: return TypedResults.Text("<html>", "text/html");
            case EmulatorFault.Fails: return TypedResults.StatusCode(StatusCodes.Status500InternalServerError);
            default: return await next(context);
        }
    }

    static async Task<JsonHttpResult<JsonObject>> Redeem(string state, HttpContext context, OpenIdEmulator emulator)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType) return Refused(context, new("invalid_request", "the body is no form"));
        var (given, refused) = emulator.Redeem(state, context.Request.Headers.Authorization.ToString(), await context.Request.ReadFormAsync(context.RequestAborted));
        return refused is null ? TypedResults.Json(given!) : Refused(context, refused);
    }

    static JsonHttpResult<JsonObject> Refused(HttpContext context, EmulatedRefusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Basic realm=\"emulator\"";
        return TypedResults.Json(new JsonObject { ["error"] = refusal.Error, ["error_description"] = refusal.Description }, statusCode: refusal.Status);
    }

    static OpenIdEmulator Of(HttpContext context) => context.RequestServices.GetRequiredService<OpenIdEmulator>();
}
