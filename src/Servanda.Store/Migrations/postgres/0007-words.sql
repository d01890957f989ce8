-- The words of a story are not made smaller by compressing them, which was tried for each; stories are, at a tenth of the cost where the server knows how.
alter table story_search alter column words set storage external;
alter table story_search set (toast_tuple_target = 8160);
do $$ begin
    alter table story_text alter column body set compression lz4;
exception when feature_not_supported then null;
end $$;
