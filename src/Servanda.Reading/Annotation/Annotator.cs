// Turns a story into sentences of tokens with all names, dates, words and numbers found, in two steps.
using System.Runtime.InteropServices;
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>The annotator of one language. Holds only knowledge; may be used from several threads at once.</summary>
/// <param name="dates">The date expressions of a stretch of text, in order.</param>
/// <param name="numbers">The numbers of a stretch of text, in order, with their largest value where they are a range, and their unit.</param>
public sealed class Annotator(
    Lexicon lexicon,
    Func<string, Span, IReadOnlyList<DateMention>> dates,
    Func<string, Span, IReadOnlyList<(Span Span, decimal Value, decimal? Most, string? Unit)>> numbers)
{
    /// <summary>Quoted words shorter than this, in tokens, are a turn of phrase and not somebody's speech.</summary>
    private const int ShortestQuote = 5;

    /// <summary>How far the marks of a turn of phrase may stand apart that runs on in small letters: 'trước "các hành động gây mất ổn định" của Nga'.</summary>
    private const int LongestPhrase = 8;

    /// <summary>Annotates a story; when it was told is left unknown, since its dates and agreements are what tells.</summary>
    public AnnotatedStory Annotate(Story story) => Complete(Name(story));

    /// <summary>The first step: sentences with their names and dates. It is all that most stories of a newspaper need, since their names show that they are about other things.</summary>
    public NamedStory Name(Story story)
    {
        var sentences = new List<Sentence>();
        var scanned = new List<List<LexiconMatch>>();
        var scan = new LexiconScan(lexicon);
        foreach (var block in story.Blocks)
        {
            if (!block.IsCoded) continue;
            foreach (var span in Sentences.Of(story.Text, block.Span))
            {
                var sentence = Read(story.Text, block, span, scan);
                scanned.Add(sentence.Names);
                sentences.Add(WithoutNamesInDates(sentence));
            }
        }
        return new(new(story, Told.Unknown, StatesInNames.Without(story, NamesInContext.Settle(story, sentences), lexicon.People), lexicon.OwnersFirst), scanned);
    }

    /// <summary>The second step: words, numbers and quotations.</summary>
    public AnnotatedStory Complete(NamedStory named)
    {
        var story = named.Story;
        var text = story.Story.Text;
        var scan = new LexiconScan(lexicon);
        var sentences = new Sentence[story.Sentences.Count];
        var (inQuote, quotations) = (false, 0);
        for (var at = 0; at < sentences.Length; at++)
        {
            var sentence = story.Sentences[at];
            if (at > 0 && sentence.Block != sentences[at - 1].Block) inQuote = false;
            sentences[at] = sentence with
            {
                Words = scan.Words(text, CollectionsMarshal.AsSpan(sentence.Tokens), named.Scanned[at]),
                Numbers = NumbersOf(text, sentence),
                Quotes = Quotes(text, sentence.Tokens, ref inQuote, ref quotations),
            };
        }
        return story with { Sentences = sentences };
    }

    private Sentence Read(string text, Block block, Span span, LexiconScan scan)
    {
        var read = new List<Token>(span.Length / 4);
        Tokens.Read(text, span, lexicon.Vocabulary, read);
        var tokens = WithoutShortQuotes(text, read);
        var found = new List<DatePlace>();
        foreach (var date in dates(text, span))
            if (Place(tokens, date.Span) is var (first, last) && first < last) found.Add(new(first, last, date));
        return new()
        {
            Span = span,
            Block = block,
            Tokens = tokens,
            Names = scan.Names(text, CollectionsMarshal.AsSpan(tokens)),
            Words = [],
            Dates = found,
            Numbers = [],
            Quotes = [],
        };
    }

    /// <summary>A sentence without the things and offices that are part of a date.</summary>
    private static Sentence WithoutNamesInDates(Sentence sentence)
    {
        var (names, dates) = (sentence.Names, sentence.Dates);
        return dates.Count > 0 && names.Exists(IsInDate) ? sentence with { Names = names.FindAll(name => !IsInDate(name)) } : sentence;

        bool IsInDate(LexiconMatch name) => name.Entry is NounEntry or OfficeEntry && dates.Exists(date => date.First < name.Last && name.First < date.Last);
    }

    private List<NumberMention> NumbersOf(string text, Sentence sentence)
    {
        var counted = new List<NumberMention>();
        foreach (var number in numbers(text, sentence.Span))
            if (Place(sentence.Tokens, number.Span) is var (first, last) && first < last && !sentence.Dates.Exists(date => date.First < last && first < date.Last && !date.Mention.IsDuration)) counted.Add(new(first, last, number.Value, number.Most, number.Unit));
        return counted;
    }

    /// <summary>The tokens without the marks round quoted words that are a turn of phrase: 'rút "thẻ vàng"' reads as 'rút thẻ vàng'.</summary>
    private static List<Token> WithoutShortQuotes(string text, List<Token> tokens)
    {
        if (!tokens.Exists(token => token.Mark is '"' or '\'')) return tokens;
        var kept = new List<Token>(tokens.Count);
        var close = -1;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at == close) continue;
            if (at > close && tokens[at].Mark is '"' or '\'' && Opens(text, tokens, at) && ClosesAt(text, tokens, at) is > 0 and var end)
            {
                close = end;
                continue;
            }
            kept.Add(tokens[at]);
        }
        return kept;
    }

    /// <summary>Whether a mark stands where a quoted turn of phrase begins: after a word, and right before another.</summary>
    private static bool Opens(string text, List<Token> tokens, int at) =>
        at > 0 && tokens[at - 1].Kind != TokenKind.Mark && tokens[at - 1].End < tokens[at].Start && at + 1 < tokens.Count && (tokens[at + 1].Start == tokens[at].End || text[tokens[at].Start] == '«')
        && char.IsLetterOrDigit(text[tokens[at + 1].Start]);

    /// <summary>Where the same mark ends the turn of phrase; 0 where no short one ends.</summary>
    private static int ClosesAt(string text, List<Token> tokens, int open)
    {
        var most = char.IsLower(text[tokens[open + 1].Start]) ? LongestPhrase : ShortestQuote;
        for (var at = open + 2; at < tokens.Count && at - open <= most; at++)
        {
            if (tokens[at].Mark == tokens[open].Mark) return tokens[at].End >= text.Length || !char.IsLetter(text[tokens[at].End]) ? at : 0;
            if (tokens[at].Kind == TokenKind.Mark && !tokens[at].Is('-')) return 0;
        }
        return 0;
    }

    /// <summary>The tokens that a stretch of text covers.</summary>
    private static (int First, int Last) Place(List<Token> tokens, Span span)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].End <= span.Start) first++;
        var last = first;
        while (last < tokens.Count && tokens[last].Start < span.End) last++;
        return (first, last);
    }

    private static int[] Quotes(string text, List<Token> tokens, ref bool inQuote, ref int quotations)
    {
        var marks = new int[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is('"'))
            {
                var opens = text[tokens[at].Start] switch { '“' or '«' or '„' => true, '”' or '»' => false, _ => !inQuote };
                if (opens)
                {
                    var close = Closing(tokens, at);
                    if (close > 0 && close - at - 1 < ShortestQuote)
                    {
                        at = close;
                        continue;
                    }
                    quotations++;
                }
                inQuote = opens;
            }
            else if (inQuote)
            {
                marks[at] = quotations;
            }
        }
        return marks;
    }

    /// <summary>The next quotation mark in the sentence, 0 where there is none.</summary>
    private static int Closing(List<Token> tokens, int open)
    {
        for (var at = open + 1; at < tokens.Count; at++)
            if (tokens[at].Is('"')) return at;
        return 0;
    }
}
