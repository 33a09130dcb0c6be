using EkDwar.Finding.Delays;

namespace EkDwar.Finding;

/// <summary>A citizen finds a service in her own words and learns what it needs, costs and how long it may take.</summary>
public static class FindingSetup
{
    public static void AddFinding(this IServiceCollection services) => services.AddScoped<FindService>().AddScoped<WhatCanIGet>().AddScoped<ReadDelays>();
}
