using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing;

/// <summary>
/// The answer that holds what somebody outside the house gave: a page of it drawn anew, or what was sent. Under a policy that lets nothing
/// in it run. Who may have it was asked before.
/// </summary>
public static class GivenFile
{
    public static FileContentHttpResult Picture(HttpContext context, byte[] drawn) => Still(context, TypedResults.File(drawn, "image/jpeg"));

    /// <summary>To be kept under this name, and not to be opened here.</summary>
    public static FileContentHttpResult Original(HttpContext context, byte[] sent, string name) => Still(context, TypedResults.File(sent, "application/octet-stream", name));

    static FileContentHttpResult Still(HttpContext context, FileContentHttpResult file)
    {
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return file;
    }
}
