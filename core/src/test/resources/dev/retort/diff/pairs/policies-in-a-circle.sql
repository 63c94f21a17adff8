-- since: 14
-- Policies, functions and tables that need each other.
-- state: nothing
-- state: policies in a circle
CREATE TABLE org (id uuid PRIMARY KEY, name text);
CREATE TABLE member (org_id uuid REFERENCES org, user_id uuid, role text, PRIMARY KEY (org_id, user_id));
CREATE FUNCTION is_member(o uuid, u uuid) RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC SELECT EXISTS (SELECT 1 FROM member WHERE org_id = o AND user_id = u); END;
CREATE FUNCTION org_of(m member) RETURNS SETOF org LANGUAGE sql STABLE AS 'SELECT * FROM org WHERE id = m.org_id';
ALTER TABLE org ENABLE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON org FOR SELECT USING (EXISTS (SELECT 1 FROM member WHERE org_id = org.id));
CREATE POLICY see ON member FOR SELECT USING (org_id IN (SELECT id FROM org WHERE name <> 'x'));
CREATE POLICY own ON member FOR ALL USING (is_member(org_id, user_id)) WITH CHECK (is_member(org_id, user_id));
-- state: a function in between
CREATE TYPE member_role AS ENUM ('owner', 'member');
CREATE TABLE org (id uuid PRIMARY KEY, name text NOT NULL, created_at timestamptz DEFAULT now() NOT NULL);
CREATE TABLE member (organization_id uuid REFERENCES org, user_id uuid, role member_role DEFAULT 'member' NOT NULL, PRIMARY KEY (organization_id, user_id));
CREATE FUNCTION is_member(o uuid, u uuid, r member_role DEFAULT 'member') RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC SELECT EXISTS (SELECT 1 FROM member WHERE organization_id = o AND user_id = u AND role <= r); END;
ALTER TABLE org ENABLE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON org FOR SELECT USING (is_member(id, '00000000-0000-0000-0000-000000000000'));
CREATE POLICY own ON member FOR ALL USING (is_member(organization_id, user_id, 'owner')) WITH CHECK (is_member(organization_id, user_id));
-- state: one table
CREATE TABLE org (id uuid PRIMARY KEY, name text NOT NULL);
