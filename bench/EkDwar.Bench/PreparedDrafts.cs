using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EkDwar.Applying;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>A draft ready to be sent: its owner's browser and the body of the form at check-answers.</summary>
public sealed record PreparedDraft(CitizenSession Session, BrowserSession Browser, string Body);

/// <summary>
/// Makes drafts of new persons, each with every question answered. Half of what is made goes to pgbench, which finds
/// its drafts by number in a table of its own.
/// </summary>
public static class PreparedDrafts
{
    public const string Address = "/mh/mr/apply/income-certificate/check-answers";

    public static async Task<IReadOnlyList<PreparedDraft>> Make(OpenHouse house, Store store, int count)
    {
        var applicants = await Fill(house, store, count);
        var sessions = new SealedSessions(house);
        return [.. applicants.AsParallel().AsOrdered().Select(applicant =>
        {
            var session = new CitizenSession(applicant.AccountId, applicant.PersonId);
            var browser = sessions.Of(session);
            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            return new PreparedDraft(session, browser, $"token={token}&__RequestVerificationToken={Uri.EscapeDataString(browser.FormToken)}");
        })];
    }

    /// <summary>Drafts numbered from 0 in bench_drafts, for pgbench.</summary>
    public static async Task MakeNumbered(OpenHouse house, Store store, int count)
    {
        var applicants = await Fill(house, store, count);
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await new NpgsqlCommand("""
            drop table if exists bench_drafts;
            create table bench_drafts (n integer primary key, person_id uuid not null);
            """, connection).ExecuteNonQueryAsync();
        await using (var importer = await connection.BeginBinaryImportAsync("copy bench_drafts from stdin (format binary)"))
        {
            foreach (var (number, applicant) in applicants.Index()) await importer.WriteRowAsync(default, number, applicant.PersonId);
            await importer.CompleteAsync();
        }
        await new NpgsqlCommand("vacuum analyze bench_drafts", connection).ExecuteNonQueryAsync();
        await new NpgsqlCommand("vacuum analyze drafts", connection).ExecuteNonQueryAsync();
    }

    static async Task<IReadOnlyList<Applicant>> Fill(OpenHouse house, Store store, int count)
    {
        var applicants = await Applicants.Make(house, store, count);
        await house.In(async services =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            var accounts = services.GetRequiredService<Accounts>();
            var ids = applicants.Select(applicant => applicant.PersonId).ToHashSet();
            var first = applicants.Min(applicant => applicant.PersonId);
            var persons = await db.Set<Person>().AsNoTracking().Where(person => person.PersonId >= first).ToListAsync();
            var rows = persons.Where(person => ids.Contains(person.PersonId)).Select(person => (object)DraftOf(accounts, person));
            await using var connection = new NpgsqlConnection(store.ConnectionString);
            await connection.OpenAsync();
            await TableCopy.All(db)[typeof(Draft)].Write(connection, rows);
        });
        return applicants;
    }

    static Draft DraftOf(Accounts accounts, Person person)
    {
        var id = Guid.CreateVersion7();
        var answers = Encoding.UTF8.GetBytes(SampleAnswers.Of(Math.Abs((long)id.GetHashCode())));
        return new Draft
        {
            DraftId = id, PersonId = person.PersonId, State = "mh", ServiceId = "income-certificate", ServiceVersion = 1,
            Answers = Sealing.Seal(answers, accounts.KeyOf(person), Accounts.Context("draft", id)), UpdatedAt = TimeProvider.System.UtcNow(),
        };
    }
}
