// Whether a story is about what states do, and not about a game, a film, a dish, a gang or affairs at home.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What a story is about: what states do to each other; affairs at home, or of the world, in which states come by; or other things.</summary>
public enum Matter { States, Home, Other }

/// <summary>The gate before coding: a story about other things gives no report, whatever words of ours it borrows, and one of affairs at home only what is told of two by name.</summary>
public static class StoryMatter
{
    /// <summary>Fewer words of sport, stage, table or crime than this are a turn of phrase.</summary>
    private const int Fewest = 5;

    /// <summary>The sentences that say what a story is about: its title and what follows it.</summary>
    private const int Opening = 3;

    /// <summary>In a story between states at least so many of a hundred sentences name another than the one named most, or so many name two.</summary>
    private const int NamingAnother = 40, NamingTwo = 15;

    /// <summary>A story whose opening names two is one of affairs at home only where hardly a sentence of the rest names any: less than so many of a hundred.</summary>
    private const int HardlyAny = 10;

    /// <summary>A story of affairs at home in which fewer of a hundred sentences name another tells nothing of states.</summary>
    private const int ComingBy = 20;

    /// <summary>What a story is about. It is about states where it names an agreement, or two actors and two things between them, speaks of them in enough of its sentences, and not more of pastimes or crime.</summary>
    public static Matter Of(AnnotatedStory story) => Of(story, IsLeftOrJoined);

    /// <summary>Whether a story of which only the names are known may be ours: where not, no word of it makes it so.</summary>
    public static bool MayBeOurs(AnnotatedStory story) => Of(story, (_, _) => true) != Matter.Other;

    private static Matter Of(AnnotatedStory story, Func<Sentence, LexiconMatch, bool> isLeftOrJoined)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var (things, offices, others, named) = (0, 0, 0, false);
        foreach (var sentence in story.Sentences)
        {
            foreach (var name in sentence.Names)
            {
                switch (name.Entry)
                {
                    case AgreementEntry:
                        (named, things) = (true, things + 1);
                        break;
                    case ActorEntry { Agreement: not null, Form: ActorForm.Name } when isLeftOrJoined(sentence, name):
                        named = true;
                        break;
                    case OfficeEntry office:
                        if (office.Thing is not null) things++;
                        else offices++;
                        break;
                    case ActorEntry { Form: not ActorForm.Demonym } actor:
                        codes.Add(actor.Code);
                        break;
                    case NounEntry { Class: "pastime" or "crime" }:
                        others++;
                        break;
                    case NounEntry { Class: "diplomat" or "ambassador" or "embassy" or "consulate" or "mission" or "treaty" or "ceasefire" or "sanction" or "relations" or "talks" or "troops" or "missile" }:
                        things++;
                        break;
                }
            }
        }
        if (others >= Fewest && others > things + offices) return Matter.Other;
        return named || codes.Count >= 2 && things >= 2 ? Weighed(story) : Matter.Other;
    }

    /// <summary>A story is one of affairs at home where most of its sentences name nobody but one state or none, few name two, and its opening does not set two side by side.</summary>
    private static Matter Weighed(AnnotatedStory story)
    {
        var named = story.Sentences.Select(NamedIn).ToList();
        var home = Home(named);
        var another = named.Count(codes => codes.Any(code => code != home));
        var two = named.Count(codes => codes.Count >= 2);
        if (another * 100 >= NamingAnother * named.Count || two * 100 >= NamingTwo * named.Count) return Matter.States;
        var isOpenedByTwo = named.Take(Opening).SelectMany(codes => codes).Distinct(StringComparer.Ordinal).Count() >= 2;
        if (isOpenedByTwo && (another * 100 >= HardlyAny * named.Count || two >= 2)) return Matter.States;
        return another * 100 < ComingBy * named.Count && two < 2 ? Matter.Other : Matter.Home;
    }

    /// <summary>Whether what a story of affairs at home tells is told of two by name: whoever does it and whoever it is done to, or the agreement, stand in the sentence themselves.</summary>
    internal static bool IsNamed(AnnotatedStory story, Draft draft)
    {
        var named = NamedIn(story.Sentences[draft.Sentence]);
        return draft.Source.Count > 0 && draft.Source.Concat(draft.Target).All(named.Contains) && (draft.Source.Concat(draft.Target).Distinct(StringComparer.Ordinal).Count() >= 2 || draft.AgreementIsNamed);
    }

    /// <summary>Who is named in a sentence, and which agreement; people of a state's are not the state.</summary>
    private static HashSet<string> NamedIn(Sentence sentence) => sentence.Names.Select(name => Whose(name.Entry)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The state that is named in most sentences; of equals the first by code.</summary>
    private static string? Home(List<HashSet<string>> named) =>
        named.SelectMany(codes => codes).GroupBy(code => code, StringComparer.Ordinal).OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static string? Whose(LexiconEntry entry) => entry switch
    {
        ActorEntry { Form: not ActorForm.Demonym } actor => actor.Code,
        PersonEntry person => person.Code,
        OfficeEntry { Code: { } code } => code,
        AgreementEntry agreement => agreement.Id,
        _ => null,
    };

    /// <summary>Whether a sentence speaks of joining or leaving a body that it names.</summary>
    public static bool IsLeftOrJoined(Sentence sentence, LexiconMatch body) =>
        sentence.Words.Any(word => word.Entry is FrameEntry { Frame: var frame } && Silences.IsOnAgreement(frame.Act) && frame.Objects.Contains("body") && body.First - word.Last is >= 0 and <= 2);
}
