/** A DAG file. Every value arrives as finished Python; the lines of arguments carry their indentation. */
export const DAG_FILE = String.raw`<$ v.header $><$ v.docstring $>

<$ v.imports $>

<% for one in v.assets %>
<$ one.variable $> = <$ one.definition $>
<% endfor %>
<% if v.hasAssets %>

<% endif %>
with DAG(
<% for line in v.dagArguments %>
<$ line $>
<% endfor %>
) as dag:
<% for task in v.tasks %>
    <$ task.variable $> = <$ task.open $>
<$ task.lines $>
    <$ task.close $>
<% endfor %>
<% if v.hasEdges %>

<% for edge in v.edges %>
    <$ edge.before $> >> <$ edge.after $>
<% endfor %>
<% endif %>
`;
